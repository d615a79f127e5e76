package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.archive.TarBytes;
import cco.core.archive.UnpackLimits;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagerTest {

    private static final String LINUX = "linux-x86_64";
    private static final String WINDOWS = "windows-x86_64";

    @TempDir
    private Path folder;

    @Test
    void program_isFound() throws Exception {
        StagedVersion staged = stage(LINUX, "hello", 0755, "hello");
        assertEquals("hello", staged.programs().executable());
        assertEquals(1, staged.files().size());
        assertEquals(folder.resolve("tx"), staged.directory());
    }

    @Test
    void programInFolder_isFound() throws Exception {
        assertEquals(
                "bin/hello",
                stage(LINUX, "bin/hello", 0755, "bin/hello").programs().executable());
    }

    @Test
    void programOnWindows_isFoundByExtension() throws Exception {
        assertEquals(
                "hello.exe",
                stage(WINDOWS, "hello.exe", 0644, "hello").programs().executable());
    }

    @Test
    void missingProgram_isRefused_andLeavesNothing() {
        VerificationException refused =
                assertThrows(VerificationException.class, () -> stage(LINUX, "other", 0755, "hello"));
        assertTrue(refused.getMessage().contains("'hello'"), refused.getMessage());
        assertFalse(Files.exists(folder.resolve("tx")));
    }

    @Test
    void programWithoutExecuteBit_isRefused() {
        assertThrows(VerificationException.class, () -> stage(LINUX, "hello", 0644, "hello"));
    }

    @Test
    void programOutsideFolder_isRefused() throws IOException {
        Files.writeString(folder.resolve("outside"), "x");
        assertTrue(folder.resolve("outside").toFile().setExecutable(true));
        assertThrows(VerificationException.class, () -> stage(LINUX, "hello", 0755, "../outside"));
    }

    private StagedVersion stage(String platform, String file, int mode, String executable)
            throws IOException, CcoException {
        Path archive = folder.resolve("archive");
        Files.write(
                archive,
                new TarBytes()
                        .entry(TarBytes.FILE, "top/" + file, "", mode, "x")
                        .end()
                        .gzip());
        StageRequest request = new StageRequest(
                new AppName("hello"),
                Version.of("1.2.0"),
                new Platform(platform),
                null,
                folder.resolve("tx"),
                Programs.of(executable),
                List.of("--version"));
        return new Stager(UnpackLimits.DEFAULT).stage(request, archive, "hello.tar.gz", ProgressListener.NONE);
    }
}
