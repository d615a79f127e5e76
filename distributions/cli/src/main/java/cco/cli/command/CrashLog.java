package cco.cli.command;

import cco.cli.console.Failure;
import cco.cli.report.ExitCode;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.disk.RuntimeFailure;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/**
 * Writes the stack trace of a bug to {@code crash.log} in the state folder, which holds the latest one.
 *
 * <p>It omits the arguments, because they may contain secrets.
 */
final class CrashLog {

    private static final String BUG = "please report this bug ";
    private static final String RUNTIME =
            "memory may be low, or cco's files damaged: reinstall cco; if the problem persists, please report it ";

    private final Env env;
    private final Version version;

    CrashLog(Env env, Version version) {
        this.env = env;
        this.version = version;
    }

    /** Writes the trace; the failure says where it is. */
    Failure record(Throwable bug) {
        String hint = RuntimeFailure.is(bug) ? RUNTIME : BUG;
        try {
            Path file = Dirs.of(env).state().resolve("crash.log");
            DurableFiles.writePrivate(file, text(bug).getBytes(StandardCharsets.UTF_8));
            hint += "and attach " + file;
        } catch (IOException | UsageException | RuntimeException | Error unwritable) {
            // The cause of the crash may affect this too; the user must see the crash.
            hint += "(saving its trace failed: " + IoReason.of(unwritable) + ")";
        }
        return Failure.of(ExitCode.BUG.code(), RuntimeFailure.describe(bug), hint, bug);
    }

    private String text(Throwable bug) {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("cco " + version + " on " + Platform.current() + " at " + Instant.now());
        bug.printStackTrace(lines);
        return text.toString();
    }
}
