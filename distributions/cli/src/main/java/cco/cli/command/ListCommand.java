package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.update.InstalledApp;
import cco.core.update.Inventory;
import java.util.List;

/** {@code cco list}: the apps that cco keeps. */
public final class ListCommand implements Command {

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        Inventory inventory = session.updater().installed();
        if (!inventory.apps().isEmpty() || inventory.unreadable().isEmpty()) {
            tell(session.console(), inventory.apps());
        }
        return ExitCode.worst(ForEachApp.failed(session.console(), inventory));
    }

    public static void tell(Console console, List<InstalledApp> apps) {
        if (apps.isEmpty()) {
            console.note("no apps are installed");
            return;
        }
        Table table = new Table("APP", "VERSION", "CHANNEL", "SOURCE", "TRUST");
        for (InstalledApp app : apps) {
            table.row(app.app().value(), app.current().toString(), app.channel().value(), app.source(), app.trust());
            console.event(Event.named("app")
                    .with("app", app.app())
                    .with("version", app.current())
                    .with("previous", app.previous())
                    .with("versions", app.versions())
                    .with("channel", app.channel())
                    .with("source", app.source())
                    .with("trust", app.trust()));
        }
        console.text(table.lines());
    }
}
