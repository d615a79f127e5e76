package cco.cli.command;

import cco.cli.console.Console;
import cco.cli.console.Interruption;
import cco.core.InstallRequest;
import cco.core.UpdateOutcome;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import com.beust.jcommander.Parameter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco install}: begins to keep an app, cco itself included. */
final class InstallCommand implements Command {

    @Parameter(names = "--from", splitter = WholeValue.class)
    private List<String> from = new ArrayList<>();

    @Parameter(names = "--trust")
    private String trust;

    @Parameter(names = "--root", splitter = WholeValue.class)
    private Path root;

    @Parameter(names = "--gpg-key", splitter = WholeValue.class)
    private Path keyring;

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--version")
    private Version version;

    private AppName app;
    private Whereabouts whereabouts;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
        arguments.requires("--from");
        whereabouts = Whereabouts.of(from, arguments);
    }

    /** What the engine is asked for, by a copy of cco that was unpacked in the bundle's folder. */
    InstallRequest request(Optional<Path> bundle) throws CcoException {
        return new InstallRequest(
                app,
                whereabouts.source(),
                whereabouts.settings(),
                FirstTrust.of(
                        app,
                        Optional.ofNullable(trust),
                        Optional.ofNullable(root),
                        Optional.ofNullable(keyring),
                        bundle),
                Optional.ofNullable(channel),
                Optional.ofNullable(version));
    }

    @Override
    public ExitCode run(Session session) throws CcoException {
        Console console = session.console();
        InstallRequest request = request(session.env().bundle());
        FirstTrust.warning(app, request.trust()).ifPresent(console::note);
        UpdateOutcome outcome = carryOut(session, request);
        Outcomes.tell(console, outcome, request.channel());
        if (outcome instanceof UpdateOutcome.Installed installed) {
            tellHowToReach(installed.command().toAbsolutePath().getParent(), session);
        }
        return ExitCode.OK;
    }

    private static UpdateOutcome carryOut(Session session, InstallRequest request) throws CcoException {
        String note = "interrupted: the same command goes on from here";
        try (Interruption _ = Interruption.toldBy(session.console(), note)) {
            return session.updater().install(request);
        }
    }

    private static void tellHowToReach(Path folder, Session session) {
        if (!session.env().path().contains(folder)) {
            String quoted = "'" + folder.toString().replace("'", "'\\''") + "'";
            session.console().note(folder + " is not on your PATH");
            session.console().hint("add this line to your shell's start-up file: export PATH=" + quoted + ":\"$PATH\"");
        }
    }
}
