package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileModesTest {

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void aFile() throws IOException {
        assumeTrue(Files.getFileStore(folder).supportsFileAttributeView("posix"));
        file = Files.createFile(folder.resolve("file"));
    }

    @Test
    void ownerBit_decides() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-xr-x"));
        assertFalse(FileModes.isExecutable(file));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r-x------"));
        assertTrue(FileModes.isExecutable(file));
    }

    @Test
    void link_hasModeOfItsTarget() throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertFalse(FileModes.isExecutable(Files.createSymbolicLink(folder.resolve("link"), file)));
    }
}
