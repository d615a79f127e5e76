package cco.core.stage;

import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.Printable;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Proves a staged version: it starts on this machine, and it is the version that it should be. The start-up archive is
 * made before, so that what is tried is what will run. Nothing is switched here, so a failure costs nothing.
 */
public final class SmokeRun {

    /** Enough for a slow program on a busy machine. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);

    private static final int SHOWN_LINES = 5;

    private final Duration limit;

    /** A proof that stops a program which takes longer. */
    public SmokeRun(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs the program in its folder, without input; it has to exit with 0 and to print its version. A version that was
     * staged without arguments passes without being run.
     *
     * @throws InstallException if it does not; the message has what it printed
     */
    public ProvenVersion prove(StagedVersion staged, ProgressListener progress) throws InstallException {
        if (!staged.mayRun()) {
            return new ProvenVersion(staged);
        }
        progress.began(ProgressListener.Phase.PROVE, -1);
        try {
            CdsArchive.make(staged.directory(), limit, progress);
            check(staged, run(staged));
            return new ProvenVersion(staged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(staged, "was interrupted while it was tried", "try again", e);
        }
    }

    private ProgramRun run(StagedVersion staged) throws InstallException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(
                staged.directory().resolve(staged.executable()).toAbsolutePath().toString());
        command.addAll(staged.smokeArguments());
        try {
            return ProgramRun.of(command, staged.directory(), limit);
        } catch (IOException e) {
            String hint = "the program may need what this machine lacks, or its file system forbids running programs";
            throw failure(staged, "cannot be started: " + Printable.of(IoReason.of(e)), hint, e);
        }
    }

    private void check(StagedVersion staged, ProgramRun run) throws InstallException {
        String problem;
        if (run.exit().isEmpty()) {
            problem = "did not end within " + seconds();
        } else if (!run.succeeded()) {
            problem = "exits with " + run.exit().getAsInt();
        } else if (!names(staged.version(), run.output())) {
            problem = "does not say that it is " + staged.version();
        } else {
            return;
        }
        String arguments = String.join(" ", staged.smokeArguments());
        String hint = "the version in use was not touched; tell the publisher of " + staged.app();
        throw failure(staged, problem + " when called with '" + arguments + "'" + said(run), hint, null);
    }

    /** Whether the text has the version as a word, perhaps after a {@code v}: 1.2.0-rc.1 and 1.2.0.1 are not 1.2.0. */
    static boolean names(Version version, String text) {
        return Pattern.compile("(?<![\\w.+-])v?" + Pattern.quote(version.toString()) + "(?![\\w+-]|\\.\\w)")
                .matcher(text)
                .find();
    }

    private String seconds() {
        return limit.toMillis() / 1000.0 + " s";
    }

    private static InstallException failure(StagedVersion staged, String what, String hint, Exception cause) {
        return new InstallException("the new " + staged.app() + " " + staged.version() + " " + what, hint, cause);
    }

    /** The beginning of the output, made harmless for a terminal. */
    private static String said(ProgramRun run) {
        String lines = run.output()
                .lines()
                .map(Printable::of)
                .filter(line -> !line.isEmpty())
                .limit(SHOWN_LINES)
                .collect(Collectors.joining("\n  "));
        return lines.isEmpty() ? "; it printed nothing" : "; it printed:\n  " + lines;
    }
}
