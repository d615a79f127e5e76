package cco.publisher.upload;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.SourceException;
import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ToolRunTest {

    @TempDir
    private Path folder;

    @Test
    void missingTool_isNamedWithAWayToGetIt() {
        UsageException refusal =
                assertThrows(UsageException.class, () -> ToolRun.of(folder, List.of("no-such-tool", "copy")));
        assertEquals("cannot run no-such-tool: it is not installed", refusal.getMessage());
        assertTrue(refusal.hint().startsWith("install no-such-tool"), refusal.hint());
    }

    @Test
    void failure_hasTheToolsLastWords() throws Exception {
        ToolRun run = ToolRun.of(folder, List.of("sh", "-c", "echo first >&2; echo 'disk full' >&2; exit 11"));
        SourceException failure = assertThrows(SourceException.class, () -> run.require("rsync:/srv"));
        assertEquals("cannot upload to rsync:/srv: sh failed with exit code 11: disk full", failure.getMessage());
    }

    @Test
    void reasonOfSshAndOfRclone_isFound() {
        String ssh = "ssh: unknown host\nrsync: connection unexpectedly closed\nrsync error: unexplained error\n";
        requireReason("ssh: unknown host", new ToolRun("rsync", 255, new byte[0], ssh));
        String rclone = "2026/11/29 14:00:13 NOTICE: no config\n2026/11/29 14:00:13 Failed to copy: forbidden\n"
                + "\tstatus code: 403, request id: 1\n";
        requireReason("Failed to copy: forbidden", new ToolRun("rclone", 1, new byte[0], rclone));
    }

    private static void requireReason(String reason, ToolRun run) {
        SourceException failure = assertThrows(SourceException.class, () -> run.require("a place"));
        assertTrue(failure.getMessage().endsWith(": " + reason), failure.getMessage());
    }

    @Test
    void longOutput_doesNotBlockTheTool() throws Exception {
        ToolRun run = ToolRun.of(folder, List.of("sh", "-c", "head -c 300000 /dev/zero >&2; head -c 300000 /dev/zero"));
        assertEquals(300_000, run.output().length);
        assertEquals(300_000, run.errors().length());
    }
}
