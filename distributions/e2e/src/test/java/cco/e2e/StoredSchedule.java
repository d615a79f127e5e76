package cco.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schedule that cco stores for an app. */
record StoredSchedule(Path schedule) {

    static StoredSchedule of(Machine machine, String app) {
        return new StoredSchedule(
                machine.home().resolve("state/apps").resolve(app).resolve("schedule.toml"));
    }

    String text() throws IOException {
        return Files.readString(schedule);
    }

    /** Makes a check due, and removes the findings of the last one. */
    StoredSchedule makeDue() throws IOException {
        String past = "\"1999-01-01T00:00:00Z\"";
        Files.writeString(
                schedule,
                text().replaceAll("(?m)^(last_check|not_before) = .*", "$1 = " + past)
                        .replaceAll("(?m)^next_look = .*", "next_look = 915148800")
                        .replaceAll("(?m)^(subject|finding|told|told_at|news) = .*\n", ""));
        return this;
    }

    /** Adds a notice for the next command to show. */
    StoredSchedule addNotice(String finding) throws IOException {
        Files.writeString(schedule, text() + "subject = \"test\"\nfinding = \"" + finding + "\"\n");
        return this;
    }

    /** Waits until a background process has written this. */
    StoredSchedule awaitText(String text) throws IOException {
        if (!Machine.waitFor(() -> text().contains(text))) {
            fail("never written: " + text + "\n" + text());
        }
        return this;
    }

    /** The background processes of a machine. */
    List<ProcessHandle> backgroundProcesses(Machine machine) {
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
