package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Updates that are killed or meet a failing disk: the program still runs, and the next update completes the job. */
class CrashIT {

    private static final int KILLED = 128 + 9;

    @TempDir
    static Path folder;

    private static UpdateWithFaults update;
    private static InstallWithFaults install;

    @BeforeAll
    static void prepareUpdate() throws IOException {
        update = new UpdateWithFaults(folder.resolve("update"));
        install = new InstallWithFaults(folder.resolve("install"));
    }

    @ParameterizedTest
    @CsvSource({"rename, 9", "symlink, 1", "unlink, 2", "rmdir, 1", "mkdir, 1", "chmod, 1", "fsync, 3", "ftruncate, 1"})
    void killedAtSystemCall_programRunsAndNextUpdateCompletes(String call, int limit) throws IOException {
        for (int number : update.pick(call, limit)) {
            assertEquals(KILLED, update.inject("signal=KILL", call, number).exit(), call + " " + number);
            update.runningVersion();
            update.completesWithNextUpdate();
        }
    }

    @ParameterizedTest
    @CsvSource({"rename, 5", "symlink, 2"})
    void installKilledAtSystemCall_appIsAbsentOrWorks(String call, int limit) throws IOException {
        for (int number : install.pick(call, limit)) {
            assertEquals(KILLED, install.inject("signal=KILL", call, number).exit(), call + " " + number);
            install.isAbsentOrWorks();
            install.completesWhenRepeated();
        }
    }

    @ParameterizedTest
    @CsvSource({"rename, ENOSPC, 3", "fsync, EIO, 3", "symlink, EROFS, 1", "chmod, EACCES, 1", "ftruncate, EIO, 3"})
    void failingSystemCall_isErrorBeforeSwitchAndNoteAfter(String call, String error, int limit) throws IOException {
        for (int number : update.pick(call, limit)) {
            Run run = update.inject("error=" + error, call, number);
            if (update.runningVersion().equals(UpdateWithFaults.NEW)) {
                run.exits(0).complains("cco: note: ");
            } else {
                run.exits(5).complains("cco: error: ").complains("cco: hint: ");
            }
            assertFalse(run.err().contains("\tat "), run::toString);
            update.completesWithNextUpdate();
        }
    }
}
