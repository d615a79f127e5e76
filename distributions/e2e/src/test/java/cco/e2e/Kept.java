package cco.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** An app's schedule on a machine, seen from outside. */
record Kept(Path schedule) {

    static Kept of(Machine machine, String app) {
        return new Kept(machine.home().resolve("state/apps").resolve(app).resolve("schedule.toml"));
    }

    String text() throws IOException {
        return Files.readString(schedule);
    }

    /** Makes it a long time since the last check, and forgets what that found. */
    Kept due() throws IOException {
        String past = "\"1999-01-01T00:00:00Z\"";
        Files.writeString(
                schedule,
                text().replaceAll("(?m)^(last_check|not_before) = .*", "$1 = " + past)
                        .replaceAll("(?m)^next_look = .*", "next_look = 915148800")
                        .replaceAll("(?m)^(subject|finding|told|told_at|news) = .*\n", ""));
        return this;
    }

    /** Makes the next command tell this, where nothing else is to be told. */
    Kept telling(String finding) throws IOException {
        Files.writeString(schedule, text() + "subject = \"test\"\nfinding = \"" + finding + "\"\n");
        return this;
    }

    /** Waits until the process that nobody waits for has written this. */
    Kept says(String text) throws IOException {
        if (!Machine.comesTrue(() -> text().contains(text))) {
            fail("never recorded: " + text + "\n" + text());
        }
        return this;
    }

    /** The background processes that work for this machine. */
    List<ProcessHandle> checks(Machine machine) {
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().commandLine().orElse("").contains("cco.core.background.BackgroundCheck"))
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(machine.home().toString()))
                .toList();
    }
}
