package cco.core.stage;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Printable;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Starts a publisher's build before it is published, as its users' machines will do before they install it. */
public final class BuildCheck {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int SHOWN_LINES = 5;

    private final AppName app;
    private final Version version;

    /** A check of a version of an app. */
    public BuildCheck(AppName app, Version version) {
        this.app = app;
        this.version = version;
    }

    /**
     * Runs the program of an unpacked build; it must exit with 0 and print its version. Its health check, if it has
     * one, must exit with 0 too.
     *
     * @throws UsageException if it does not; the message has what it printed
     */
    public void run(Path folder, Programs programs, List<String> smokeArguments) throws UsageException {
        ProgramRun smoke = requireSuccess(folder, programs, smokeArguments);
        if (!SmokeRun.names(version, smoke.output())) {
            throw refused("does not print its version" + call(smokeArguments, smoke));
        }
        if (!programs.healthArguments().isEmpty()) {
            requireSuccess(folder, programs, programs.healthArguments());
        }
    }

    private ProgramRun requireSuccess(Path folder, Programs programs, List<String> arguments) throws UsageException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve(programs.executable()).toAbsolutePath().toString());
        command.addAll(arguments);
        try {
            ProgramRun run = ProgramRun.of(command, folder, LIMIT);
            if (run.exit().isEmpty()) {
                throw refused("does not end within " + LIMIT.toSeconds() + " s" + call(arguments, run));
            } else if (!run.succeeded()) {
                throw refused("exits with " + run.exit().getAsInt() + call(arguments, run));
            }
            return run;
        } catch (IOException e) {
            throw refused("does not start on this machine: " + Printable.of(IoReason.of(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was interrupted while it was tested");
        }
    }

    private static String call(List<String> arguments, ProgramRun run) {
        return " when called with '" + String.join(" ", arguments) + "'" + output(run);
    }

    private UsageException refused(String problem) {
        return new UsageException(
                app + " " + version + " " + problem,
                "check the build and --version; users' machines would refuse it too. If it cannot run on this machine, "
                        + "add --untested");
    }

    private static String output(ProgramRun run) {
        String lines = run.output()
                .lines()
                .map(Printable::of)
                .filter(line -> !line.isEmpty())
                .limit(SHOWN_LINES)
                .collect(Collectors.joining("\n  "));
        return lines.isEmpty() ? "; it prints nothing" : "; it prints:\n  " + lines;
    }
}
