package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.core.model.Hold;
import cco.core.update.InstalledApp;
import java.util.List;

/** A table of installed apps, with one event each. */
public final class AppList {

    private AppList() {}

    /** Prints the table. */
    public static void show(Console console, List<InstalledApp> apps) {
        if (apps.isEmpty()) {
            console.note("no apps are installed");
            return;
        }
        Table table = new Table("APP", "VERSION", "CHANNEL", "SOURCE", "TRUST");
        for (InstalledApp app : apps) {
            table.row(app.app().value(), version(app), app.channel().value(), app.source(), app.trust());
            console.event(Event.named("app")
                    .with("app", app.app())
                    .with("version", app.current())
                    .with("previous", app.previous())
                    .with("versions", app.versions())
                    .with("channel", app.channel())
                    .with("source", app.source())
                    .with("trust", app.trust())
                    .with("held", app.hold().map(Hold::version)));
        }
        console.table(table);
    }

    private static String version(InstalledApp app) {
        return app.current() + (app.hold().isPresent() ? " (held)" : "");
    }
}
