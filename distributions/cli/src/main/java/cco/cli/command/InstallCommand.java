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

/** {@code cco install}: begins to keep an app, cco itself included. */
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
    private SourceArgument whereabouts;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
        arguments.requires("--from");
        whereabouts = SourceArgument.of(from, arguments);
    }

    /** What the engine is asked for, by a copy of cco that was unpacked in the bundle's folder. */
    InstallRequest request(Optional<Path> bundle) throws CcoException {
        return new InstallRequest(
                app,
                whereabouts.source(),
                whereabouts.settings(),
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
    public ExitCode run(CommandContext session) throws CcoException {
        Console console = session.console();
        InstallRequest request = request(session.env().bundle());
        TrustOptions.warning(app, request.trust()).ifPresent(console::note);
        UpdateOutcome outcome = carryOut(session, request);
        OutcomeReport.tell(console, outcome, request.channel());
        if (outcome instanceof UpdateOutcome.Installed installed) {
            tellHowToReach(installed.command().toAbsolutePath().getParent(), session);
        }
        return ExitCode.OK;
    }

    private static UpdateOutcome carryOut(CommandContext session, InstallRequest request) throws CcoException {
        String note = "interrupted; run the same command again to continue";
        try (InterruptNotice _ = InterruptNotice.toldBy(session.console(), note)) {
            return session.updater().install(request);
        }
    }

    private static void tellHowToReach(Path folder, CommandContext session) {
        if (!session.env().path().contains(folder)) {
            String quoted = "'" + folder.toString().replace("'", "'\\''") + "'";
            session.console().note(folder + " is not on your PATH");
            session.console().hint("add this line to your shell's startup file: export PATH=" + quoted + ":\"$PATH\"");
        }
    }
}
