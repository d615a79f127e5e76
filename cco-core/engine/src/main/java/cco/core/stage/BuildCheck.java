package cco.core.stage;

import cco.core.disk.IoReason;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Printable;
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
     * Runs the program of an unpacked build; it must exit with 0 and print its version.
     *
     * @param executable the program's path in the folder
     * @throws UsageException if it does not; the message has what it printed
     */
    public void run(Path folder, String executable, List<String> arguments) throws UsageException {
        List<String> command = new ArrayList<>();
        command.add(folder.resolve(executable).toAbsolutePath().toString());
        command.addAll(arguments);
        try {
            check(ProgramRun.of(command, folder, LIMIT), arguments);
        } catch (IOException e) {
            throw refused("does not start on this machine: " + Printable.of(IoReason.of(e)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw refused("was interrupted while it was tested");
        }
    }

    private void check(ProgramRun run, List<String> arguments) throws UsageException {
        String call = " when called with '" + String.join(" ", arguments) + "'" + output(run);
        if (run.exit().isEmpty()) {
            throw refused("does not end within " + LIMIT.toSeconds() + " s" + call);
        } else if (!run.succeeded()) {
            throw refused("exits with " + run.exit().getAsInt() + call);
        } else if (!SmokeRun.names(version, run.output())) {
            throw refused("does not print its version" + call);
        }
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
