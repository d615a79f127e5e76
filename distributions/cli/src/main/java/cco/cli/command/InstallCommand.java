package cco.cli.command;

import static cco.core.setup.SetupRequest.PathChoice.EDIT;
import static cco.core.setup.SetupRequest.PathChoice.LEAVE;

import cco.cli.console.Console;
import cco.cli.console.InterruptNotice;
import cco.cli.parse.Arguments;
import cco.cli.parse.NoSplitting;
import cco.cli.report.ExitCode;
import cco.cli.report.OutcomeReport;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.metadata.BundleAnchor;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.core.update.InstallRequest;
import cco.core.update.UpdateOutcome;
import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code cco install}: installs an app, or cco itself. */
final class InstallCommand implements Command {

    @Parameter(names = "--from", splitter = NoSplitting.class)
    private List<String> from = new ArrayList<>();

    @ParametersDelegate
    private final KeyOptions keys = new KeyOptions();

    @Parameter(names = "--channel")
    private Channel channel;

    @Parameter(names = "--version")
    private Version version;

    @Parameter(names = "--setup")
    private boolean setup;

    @Parameter(names = "--no-modify-path")
    private boolean noModifyPath;

    @Parameter(names = "--cco-archive", splitter = NoSplitting.class)
    private Path ccoArchive;

    @Parameter(names = "--as")
    private String command;

    @Parameter(names = "--tag")
    private String tag;

    private AppName app;
    private Arguments arguments;

    @Override
    public void accept(Arguments arguments) throws UsageException {
        app = arguments.required("APP", AppName.class);
        arguments.end();
        if (from.isEmpty() && !app.equals(AppName.CCO)) {
            throw new UsageException(
                    "missing option: --from", "pass --from with the URL or the folder of its releases");
        }
        if (noModifyPath && !setup) {
            throw arguments.refuse("--no-modify-path needs --setup");
        }
        if (command != null && !Programs.isCommandName(command)) {
            throw arguments.refuse(Arguments.invalid("--as", command, "letters, digits and . _ + -"));
        }
        this.arguments = arguments;
    }

    /** The request to the engine. */
    InstallRequest request(Optional<BundleAnchor> anchor) throws CcoException {
        List<String> places = from.isEmpty() ? List.of(ownAddress(anchor)) : from;
        SourceArgument named = SourceArgument.of(places, arguments);
        SourceArgument place = tag == null ? named : named.withTag(tag, arguments);
        return new InstallRequest(
                app,
                place.source(),
                place.settings(),
                keys.chosen(app, anchor),
                Optional.ofNullable(channel),
                Optional.ofNullable(version),
                Optional.ofNullable(command));
    }

    /** The request to install cco itself, from its own place and with its own keys. */
    private InstallRequest ccoRequest(Optional<BundleAnchor> anchor) throws CcoException {
        SourceArgument place = SourceArgument.of(List.of(ownAddress(anchor)), arguments);
        return new InstallRequest(
                AppName.CCO,
                place.source(),
                place.settings(),
                TrustOptions.of(AppName.CCO, Optional.empty(), Optional.empty(), Optional.empty(), anchor),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static String ownAddress(Optional<BundleAnchor> anchor) throws UsageException {
        Optional<String> address = anchor.isPresent() ? anchor.get().address() : Optional.empty();
        return address.orElseThrow(() -> new UsageException(
                "this copy of cco was built without the address of its own releases",
                "run `cco install cco --from PLACE` with the URL or the folder of cco's releases"));
    }

    @Override
    public ExitCode run(CommandContext context) throws CcoException {
        EarlyLoading.ofDigests();
        Console console = context.console();
        Optional<BundleAnchor> anchor = context.env().bundle().map(BundleAnchor::new);
        InstallRequest request = request(anchor);
        TrustOptions.warning(app, request.trust()).ifPresent(console::note);
        if (setup) {
            SetupInstallation installation = new SetupInstallation(context, noModifyPath ? LEAVE : EDIT);
            installation.install(request, Optional.ofNullable(ccoArchive), () -> ccoRequest(anchor));
            return ExitCode.OK;
        }
        UpdateOutcome outcome = install(context, request);
        OutcomeReport.report(console, outcome, request.channel());
        if (outcome instanceof UpdateOutcome.Installed installed) {
            explainPath(installed.commands().getFirst().toAbsolutePath().getParent(), context);
        }
        return ExitCode.OK;
    }

    /** Installs an app; Ctrl-C says how to continue. */
    static UpdateOutcome install(CommandContext context, InstallRequest request) throws CcoException {
        try (InterruptNotice _ = InterruptNotice.toContinue(context.console())) {
            return context.updater().install(request);
        }
    }

    /** Says how to put the folder of commands on PATH, if it is not there. */
    static void explainPath(Path folder, CommandContext context) {
        if (!context.env().path().contains(folder)) {
            context.console().note(folder + " is not on your PATH");
            ShellPath shell = ShellPath.of(context.env());
            context.console().hint(shell.advice(), shell.line(folder));
        }
    }
}
