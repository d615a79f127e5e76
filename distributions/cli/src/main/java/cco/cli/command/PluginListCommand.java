package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PluginList;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.plugin.PluginFolder;

/** {@code cco plugin list}: lists built-in plugins and drop-ins without loading them. */
final class PluginListCommand implements Command {

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        PluginList list = new PluginList();
        list.add(context.providers().builtIn());
        list.add(new PluginFolder(context.dirs().plugins()).list());
        list.show(context.console());
        return ExitCode.OK;
    }
}
