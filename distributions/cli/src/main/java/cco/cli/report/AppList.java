package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.core.model.Hold;
import cco.core.update.InstalledApp;
import java.util.ArrayList;
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
        boolean usual = apps.stream().allMatch(AppList::hasUsualCommand);
        Table table = usual
                ? new Table("APP", "VERSION", "CHANNEL", "SOURCE", "TRUST")
                : new Table("APP", "VERSION", "CHANNEL", "SOURCE", "TRUST", "COMMANDS");
        for (InstalledApp app : apps) {
            List<String> row = new ArrayList<>(
                    List.of(app.app().value(), version(app), app.channel().value(), app.source(), app.trust()));
            if (!usual) {
                row.add(String.join(", ", app.commands()));
            }
            table.row(row.toArray(String[]::new));
            console.event(Event.named("app")
                    .with("app", app.app())
                    .with("version", app.current())
                    .with("previous", app.previous())
                    .with("versions", app.versions())
                    .with("channel", app.channel())
                    .with("source", app.source())
                    .with("trust", app.trust())
                    .with("commands", app.commands())
                    .with("held", app.hold().map(Hold::version)));
        }
        console.table(table);
    }

    /** Whether the table need not show the commands. */
    private static boolean hasUsualCommand(InstalledApp app) {
        return app.commands().isEmpty()
                || app.commands().equals(List.of(app.app().value()));
    }

    private static String version(InstalledApp app) {
        return app.current() + (app.hold().isPresent() ? " (held)" : "");
    }
}
