package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.AppList;
import cco.cli.report.ExitCode;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.update.Inventory;

/** {@code cco list}: lists the installed apps. */
final class ListCommand implements Command {

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Inventory inventory = context.updater().installed();
        if (!inventory.apps().isEmpty() || inventory.unreadable().isEmpty()) {
            AppList.show(context.console(), inventory.apps());
        }
        return ExitCode.worst(ForEachApp.failed(context.console(), inventory));
    }
}
