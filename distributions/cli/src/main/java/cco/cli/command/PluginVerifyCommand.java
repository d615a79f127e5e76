package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PluginList;
import cco.core.error.CcoException;
import cco.core.error.PluginException;
import cco.core.error.UsageException;
import cco.core.plugin.PluginFolder;
import cco.core.plugin.PluginStatus;
import java.util.List;

/** {@code cco plugin verify}: checks the digest of every drop-in and loads it. */
final class PluginVerifyCommand implements Command {

    @Override
    public void accept(Arguments arguments) throws UsageException {
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        List<PluginStatus> dropIns = new PluginFolder(context.dirs().plugins()).verify();
        PluginList list = new PluginList();
        list.add(dropIns);
        list.show(context.console());
        List<String> refused = dropIns.stream()
                .filter(plugin -> plugin.state() == PluginStatus.State.REFUSED)
                .map(PluginStatus::id)
                .toList();
        if (!refused.isEmpty()) {
            throw new PluginException(
                    "refused plugins: " + String.join(", ", refused),
                    "run `cco plugin trust JAR` to accept the jar as it is now, "
                            + "or `cco plugin remove ID` to delete it");
        }
        return ExitCode.OK;
    }
}
