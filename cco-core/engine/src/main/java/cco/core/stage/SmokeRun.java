package cco.core.stage;

import cco.core.delta.BaseVersion;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.model.Printable;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tests that a staged version starts on this machine and is the expected version.
 *
 * <p>It creates the startup archive first, so that the test covers it. A failure changes nothing that the user runs.
 */
public final class SmokeRun {

    /** Enough for a slow program on a busy machine. */
    public static final Duration DEFAULT_LIMIT = Duration.ofSeconds(20);

    private static final int SHOWN_LINES = 5;

    private final Duration limit;

    /** Creates a test with a time limit. */
    public SmokeRun(Duration limit) {
        this.limit = limit;
    }

    /**
     * Runs the program in its folder, without input. It must exit with 0 and print its version; a version without smoke
     * arguments passes without a run.
     *
     * @param former the version before, if there is one
     * @throws InstallException if it does not; the message includes its output
     */
    public ProvenVersion prove(StagedVersion staged, Supplier<Optional<BaseVersion>> former, ProgressListener progress)
            throws InstallException {
        if (!staged.mayRun()) {
            return new ProvenVersion(staged);
        }
        progress.began(ProgressListener.Phase.PROVE, -1);
        try {
            CdsArchive.make(staged, former, limit, progress);
            check(staged, run(staged));
            return new ProvenVersion(staged);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(staged, "was interrupted during its test run", "try again", e);
        }
    }

    /**
     * Finds out why an installed version does not start any more. A run that is interrupted tells nothing.
     *
     * @param arguments those with which it was proven
     */
    public Optional<String> problem(Version version, Path directory, String executable, List<String> arguments) {
        return problem(directory, executable, arguments, run -> problem(version, run));
    }

    private Optional<String> problem(
            Path directory,
            String executable,
            List<String> arguments,
            Function<ProgramRun, Optional<String>> judgment) {
        List<String> command = new ArrayList<>();
        command.add(directory.resolve(executable).toAbsolutePath().toString());
        command.addAll(arguments);
        try {
            ProgramRun run = ProgramRun.of(command, directory, limit);
            return judgment.apply(run).map(problem -> described(problem, run, arguments));
        } catch (IOException e) {
            return Optional.of("cannot be started: " + Printable.of(IoReason.of(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /**
     * Finds out why an installed version does not work, by the test that it has for itself: it must exit with 0. A run
     * that is interrupted tells nothing.
     */
    public Optional<String> problem(Path directory, String executable, List<String> arguments) {
        return problem(directory, executable, arguments, this::exitProblem);
    }

    private ProgramRun run(StagedVersion staged) throws InstallException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(staged.directory()
                .resolve(staged.programs().executable())
                .toAbsolutePath()
                .toString());
        command.addAll(staged.smokeArguments());
        try {
            return ProgramRun.of(command, staged.directory(), limit);
        } catch (IOException e) {
            String hint = "check that the program supports this machine and that its file system is not mounted noexec";
            throw failure(staged, "cannot be started: " + Printable.of(IoReason.of(e)), hint, e);
        }
    }

    private void check(StagedVersion staged, ProgramRun run) throws InstallException {
        Optional<String> problem = problem(staged.version(), run);
        if (problem.isPresent()) {
            String hint = "nothing has changed; report this to the publisher of " + staged.app();
            throw failure(staged, described(problem.get(), run, staged.smokeArguments()), hint, null);
        }
    }

    private Optional<String> problem(Version version, ProgramRun run) {
        return exitProblem(run)
                .or(() -> names(version, run.output())
                        ? Optional.empty()
                        : Optional.of("does not print its version " + version));
    }

    private Optional<String> exitProblem(ProgramRun run) {
        if (run.exit().isEmpty()) {
            return Optional.of("did not end within " + seconds());
        }
        return run.succeeded()
                ? Optional.empty()
                : Optional.of("exits with " + run.exit().getAsInt());
    }

    private static String described(String problem, ProgramRun run, List<String> arguments) {
        return problem + " when called with '" + String.join(" ", arguments) + "'" + said(run);
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

    /** The beginning of the output, printable. */
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
