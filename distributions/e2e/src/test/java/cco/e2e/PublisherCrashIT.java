package cco.e2e;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Publishing commands that are killed or meet a failing disk: users see the old state or the new one, and the same
 * command completes the job.
 */
@Execution(ExecutionMode.CONCURRENT)
class PublisherCrashIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void faultInPublishingCommand_harmsNoUser(PublishingCommand command) throws IOException {
        Sweep.over(command.name().toLowerCase(), command.prepare(folder), 1, 1);
    }
}
