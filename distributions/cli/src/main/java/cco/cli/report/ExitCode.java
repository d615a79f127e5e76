package cco.cli.report;

import cco.cli.console.Console;
import cco.cli.console.Failure;
import cco.core.disk.IoReason;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.NotManagedException;
import cco.core.error.PluginException;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.update.UpdateOutcome;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How the program ends: a contract with users' scripts. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0),
    /** A bug in cco. */
    BUG(1),
    /** Wrong arguments or configuration. */
    USAGE(2),
    /** A source is unreachable or malformed: again later. */
    SOURCE(3),
    /** Verification refused: do not retry, tell the publisher. */
    VERIFICATION(4),
    /** The installation failed; the old version is still current. */
    INSTALL(5),
    /** Another cco holds this app: wait. */
    BUSY(6),
    /** Not installed by cco. */
    NOT_MANAGED(7),
    /** A plugin was refused. */
    PLUGIN(8),
    /** A file or folder outside an installation cannot be written. */
    STORAGE(9),
    /** {@code --check}: an update exists. */
    UPDATE_AVAILABLE(100),
    /** {@code release check --within}: something expires in less days. */
    EXPIRES_SOON(101);

    private static final List<ExitCode> WORST_FIRST = List.of(
            BUG,
            VERIFICATION,
            PLUGIN,
            INSTALL,
            STORAGE,
            SOURCE,
            USAGE,
            NOT_MANAGED,
            BUSY,
            UPDATE_AVAILABLE,
            EXPIRES_SOON,
            OK);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    /** What the shell sees. */
    public int code() {
        return code;
    }

    /** This code, unless it says that all is well and the results could not be written: then the user is told so. */
    public ExitCode unlessLost(Console console) {
        boolean well = this == OK || this == UPDATE_AVAILABLE || this == EXPIRES_SOON;
        Optional<IOException> loss = well ? console.loss() : Optional.empty();
        loss.ifPresent(reason -> console.error(Failure.of(
                INSTALL.code(),
                "cannot write the result to standard output: " + IoReason.brief(reason),
                "free some space, or redirect the output to another place; the command itself is done",
                reason)));
        return loss.isPresent() ? INSTALL : this;
    }

    /** Each kind of error has its own code. */
    public static ExitCode of(CcoException error) {
        return switch (error) {
            case UsageException _ -> USAGE;
            case SourceException _ -> SOURCE;
            case VerificationException _ -> VERIFICATION;
            case InstallException _ -> INSTALL;
            case BusyException _ -> BUSY;
            case NotManagedException _ -> NOT_MANAGED;
            case PluginException _ -> PLUGIN;
            case StorageException _ -> STORAGE;
        };
    }

    /** An error that concerns one app among several, as the console tells it. */
    public static Failure failure(AppName app, CcoException error) {
        return Failure.of(of(error).code(), error.getMessage(), error.hint(), error)
                .about(app);
    }

    /**
     * What several apps come to: the code that it is most dangerous to miss. What must not be tried again comes before
     * what failed here, that before what may pass by waiting, and any error before an update that exists.
     */
    public static ExitCode worst(Collection<ExitCode> codes) {
        return codes.stream().min(Comparator.comparing(WORST_FIRST::indexOf)).orElse(OK);
    }

    /** The answer of {@code --check}: what is held back is no update for this installation. */
    public static ExitCode ofCheck(UpdateOutcome outcome) {
        return switch (outcome) {
            case UpdateOutcome.Available _ -> UPDATE_AVAILABLE;
            case UpdateOutcome.UpToDate _,
                    UpdateOutcome.HeldBack _,
                    UpdateOutcome.Updated _,
                    UpdateOutcome.Installed _,
                    UpdateOutcome.RolledBack _ -> OK;
        };
    }
}
