package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.cli.console.Units;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.HistoryEntry;
import cco.core.model.Version;
import java.util.List;

/** {@code cco history}: lists the changes of an app, newest first. */
final class HistoryCommand implements Command {

    private AppName app;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.optional("APP", AppName.class).orElse(AppName.CCO);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        Console console = session.console();
        List<HistoryEntry> history = session.updater().history(app).reversed();
        if (history.isEmpty()) {
            console.note("no changes of " + app + " are recorded");
            return ExitCode.OK;
        }
        Table table = new Table("TIME", "CHANGE", "FROM", "TO", "SOURCE", "BY");
        for (HistoryEntry entry : history) {
            table.row(
                    Units.minute(entry.time()),
                    entry.kind().toString(),
                    entry.from().map(Version::toString).orElse("-"),
                    entry.to().toString(),
                    entry.source(),
                    entry.by());
            console.event(Event.named("change")
                    .with("app", app)
                    .with("time", entry.time())
                    .with("change", entry.kind().toString())
                    .with("from", entry.from())
                    .with("to", entry.to())
                    .with("source", entry.source())
                    .with("by", entry.by()));
        }
        console.table(table);
        return ExitCode.OK;
    }
}
