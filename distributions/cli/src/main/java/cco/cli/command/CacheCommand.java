package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.console.Table;
import cco.cli.console.Units;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.update.DownloadCache;
import java.util.List;

/** {@code cco cache}: shows the size of the downloads, or deletes them. */
final class CacheCommand implements Command {

    private static final List<String> ACTIONS = List.of("size", "clean");

    private String action;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        action = arguments.choice(ACTIONS);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        DownloadCache cache = context.updater().cache();
        if (action.equals("size")) {
            show(context.console(), cache.usage());
        } else {
            long bytes = cache.clean();
            context.console().report(Event.named("cleaned").with("bytes", bytes), "deleted " + Units.bytes(bytes));
        }
        return ExitCode.OK;
    }

    private static void show(Console console, List<DownloadCache.Usage> usage) {
        if (usage.isEmpty()) {
            console.note("the cache is empty");
            return;
        }
        Table table = new Table("APP", "DOWNLOADS", "SIZE");
        long total = 0;
        for (DownloadCache.Usage entry : usage) {
            String app = entry.app().map(Object::toString).orElse("(unknown)");
            table.row(app, Integer.toString(entry.downloads()), Units.bytes(entry.bytes()));
            console.event(Event.named("cache")
                    .with("app", entry.app())
                    .with("downloads", entry.downloads())
                    .with("bytes", entry.bytes()));
            total += entry.bytes();
        }
        table.row("total", "", Units.bytes(total));
        console.table(table);
    }
}
