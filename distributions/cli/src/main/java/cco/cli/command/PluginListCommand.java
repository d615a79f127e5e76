package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PluginList;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.plugin.PluginFolder;

/** {@code cco plugin list}: the plugins that came with cco, and the drop-ins; none of these is started. */
final class PluginListCommand implements Command {

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext session) throws CcoException {
        PluginList list = new PluginList();
        list.add(session.providers().builtIn());
        list.add(new PluginFolder(session.dirs().plugins()).list());
        list.show(session.console());
        return ExitCode.OK;
    }
}
