package cco.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Commands that are killed or meet a failing disk: the program of the user still runs, cco says what happened, and the
 * same command completes the job.
 */
@Execution(ExecutionMode.CONCURRENT)
class CrashIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void faultInCommand_leavesProgramThatRuns(UserCommand command) throws IOException {
        Sweep.over(command.name().toLowerCase(), command.prepare(folder), 3, 2);
    }
}
