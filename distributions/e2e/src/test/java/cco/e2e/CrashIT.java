package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cco.e2e.InstalledCco.Cco;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An update that is killed, or that the disk fails: the user keeps a program that runs, the next update ends it. */
@ExtendWith(InstalledCco.class)
class CrashIT {

    private static final int KILLED = 128 + 9;

    @TempDir
    static Path folder;

    private static BrokenUpdate update;

    @BeforeAll
    static void aPublishedUpdate(Cco cco) throws IOException {
        update = new BrokenUpdate(folder, cco);
    }

    @ParameterizedTest
    @CsvSource({"rename, 9", "symlink, 1", "unlink, 2", "rmdir, 1", "mkdir, 1", "chmod, 1", "fsync, 3", "ftruncate, 1"})
    void killedBeforeAnyChange_theOldOrTheNewVersionRuns_andTheNextUpdateEndsIt(String call, int limit)
            throws IOException {
        for (int number : update.numbers(call, limit)) {
            assertEquals(KILLED, update.with("signal=KILL", call, number).exit(), call + " " + number);
            update.runs();
            update.isCompletedByTheNext();
        }
    }

    @ParameterizedTest
    @CsvSource({"rename, ENOSPC, 3", "fsync, EIO, 3", "symlink, EROFS, 1", "chmod, EACCES, 1", "ftruncate, EIO, 3"})
    void aCallThatFails_isAnErrorBeforeTheSwitch_andANoteAfterIt(String call, String error, int limit)
            throws IOException {
        for (int number : update.numbers(call, limit)) {
            Run run = update.with("error=" + error, call, number);
            if (update.runs().equals(BrokenUpdate.NEW)) {
                run.exits(0).complains("cco: note: ");
            } else {
                run.exits(5).complains("cco: error: ").complains("cco: hint: ");
            }
            assertFalse(run.err().contains("\tat "), run::toString);
            update.isCompletedByTheNext();
        }
    }
}
