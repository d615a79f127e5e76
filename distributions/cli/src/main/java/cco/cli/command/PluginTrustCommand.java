package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Event;
import cco.cli.parse.Arguments;
import cco.cli.report.ExitCode;
import cco.cli.report.PluginList;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.plugin.PluginCandidate;
import cco.core.plugin.PluginFolder;
import cco.core.plugin.PluginStatus;
import cco.core.plugin.ProvidedService;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** {@code cco plugin trust}: describes a plugin and, if the user agrees, trusts it. */
final class PluginTrustCommand implements Command {

    @Parameter(names = {"--yes", "-y"})
    private boolean yes;

    private Path jar;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        jar = arguments.required("JAR", Path.class);
        arguments.end();
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        PluginFolder folder = new PluginFolder(context.dirs().plugins());
        PluginCandidate candidate = folder.inspect(jar);
        console.result(event(candidate), lines(candidate));
        String question = "trust this plugin? it is not sandboxed and can do anything that you can do";
        if (Confirmation.isGiven(yes, console, "trust " + candidate.id(), question)) {
            PluginStatus trusted = folder.trust(candidate);
            String provides =
                    trusted.provides().stream().map(ProvidedService::toString).collect(Collectors.joining(", "));
            console.report(
                    PluginList.event("trusted", trusted),
                    "trusted " + trusted.id() + " " + candidate.version() + ": " + provides);
        }
        return ExitCode.OK;
    }

    private static List<String> lines(PluginCandidate candidate) {
        return List.of(
                "plugin " + candidate.id() + " " + candidate.version(),
                "  sha256:    " + candidate.sha256(),
                "  module:    " + candidate.module(),
                "  provides:  " + String.join(", ", candidate.provides()),
                "  requires:  " + String.join(", ", candidate.requires()));
    }

    private static Event event(PluginCandidate candidate) {
        return Event.named("candidate")
                .with("plugin", candidate.id())
                .with("version", candidate.version())
                .with("sha256", candidate.sha256())
                .with("module", candidate.module())
                .with("provides", candidate.provides())
                .with("requires", candidate.requires());
    }
}
