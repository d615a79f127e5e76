package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.InterruptNotice;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.cli.report.OutcomeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.update.InstallRequest;
import cco.core.update.UpdateOutcome;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco install}: installs an app, or cco itself. */
final class InstallCommand implements Command {

    @Parameter(names = "--from", splitter = NoSplitting.class)
    private List<String> from = new ArrayList<>();

    @Parameter(names = "--trust")
    private String trust;

    @Parameter(names = "--root", splitter = NoSplitting.class)
    private Path root;

    @Parameter(names = "--gpg-key", splitter = NoSplitting.class)
    private Path keyring;

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--version")
    private Version version;

    private AppName app;
    private SourceArgument place;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
        if (from.isEmpty()) {
            throw new UsageException(
                    "missing option: --from", "pass --from with the URL or the folder of its releases");
        }
        place = SourceArgument.of(from, arguments);
    }

    /** The request to the engine. The bundle is the folder of the running cco. */
    InstallRequest request(Optional<Path> bundle) throws CcoException {
        return new InstallRequest(
                app,
                place.source(),
                place.settings(),
                TrustOptions.of(
                        app,
                        Optional.ofNullable(trust),
                        Optional.ofNullable(root),
                        Optional.ofNullable(keyring),
                        bundle),
                Optional.ofNullable(channel),
                Optional.ofNullable(version));
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        Console console = context.console();
        InstallRequest request = request(context.env().bundle());
        TrustOptions.warning(app, request.trust()).ifPresent(console::note);
        UpdateOutcome outcome = install(context, request);
        OutcomeReport.report(console, outcome, request.channel());
        if (outcome instanceof UpdateOutcome.Installed installed) {
            explainPath(installed.command().toAbsolutePath().getParent(), context);
        }
        return ExitCode.OK;
    }

    private static UpdateOutcome install(CommandContext context, InstallRequest request) throws CcoException {
        String note = "interrupted; run the same command again to continue";
        try (InterruptNotice _ = InterruptNotice.on(context.console(), note)) {
            return context.updater().install(request);
        }
    }

    private static void explainPath(Path folder, CommandContext context) {
        if (!context.env().path().contains(folder)) {
            context.console().note(folder + " is not on your PATH");
            ShellPath shell = ShellPath.of(context.env());
            context.console().hint(shell.advice(), shell.line(folder));
        }
    }
}
