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
import java.util.List;
import java.util.Optional;

/** The exit codes: a contract with scripts. */
public enum ExitCode {
    /** Done, or nothing to do. */
    OK(0),
    /** A bug in cco, or a failure of its Java runtime. */
    BUG(1),
    /** Wrong arguments or configuration. */
    USAGE(2),
    /** A source cannot be reached or is malformed: try again later. */
    SOURCE(3),
    /** Verification failed: do not retry, tell the publisher. */
    VERIFICATION(4),
    /** The installation failed; the previous version is still current. */
    INSTALL(5),
    /** Another cco is working on the app: wait. */
    BUSY(6),
    /** Not installed by cco. */
    NOT_MANAGED(7),
    /** A plugin was refused. */
    PLUGIN(8),
    /** A file or folder outside an installation cannot be written. */
    STORAGE(9),
    /** {@code update --check}: an update exists. */
    UPDATE_AVAILABLE(100),
    /** {@code release check --within}: metadata expires soon. */
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

    /** The code for the shell. */
    public int code() {
        return code;
    }

    /** This code, or {@link #STORAGE} with an error if the command succeeded but its result could not be written. */
    public ExitCode afterWriting(Console console) {
        boolean success = this == OK || this == UPDATE_AVAILABLE || this == EXPIRES_SOON;
        Optional<IOException> failure = success ? console.writeFailure() : Optional.empty();
        failure.ifPresent(reason -> console.error(Failure.of(
                STORAGE.code(),
                "cannot write the result to standard output: " + IoReason.brief(reason),
                "free some space, or redirect the output to another place; the command itself is done",
                reason)));
        return failure.isPresent() ? STORAGE : this;
    }

    /** The code for a kind of error. */
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

    /** The failure of one of several apps. */
    public static Failure failure(AppName app, CcoException error) {
        return Failure.of(of(error).code(), error.getMessage(), error.hint(), error)
                .of(app);
    }

    /**
     * The most serious of several codes: what must not be retried comes before what failed on this machine, that before
     * what may pass by waiting, and any error before an available update.
     */
    public static ExitCode worst(Collection<ExitCode> codes) {
        return WORST_FIRST.stream().filter(codes::contains).findFirst().orElse(OK);
    }

    /** The code of {@code update --check}; a version that is held back is not an update. */
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
