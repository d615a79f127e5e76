package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileSystemSyncTest {

    @TempDir
    private Path folder;

    @Test
    void folderOnDisk_isSynced() throws IOException {
        String type = Files.getFileStore(folder).type();
        assumeTrue(type.matches("ext[234]|xfs|btrfs|f2fs"), type);
        assertTrue(FileSystemSync.sync(folder));
    }

    @Test
    void fileSystemWithoutDisk_isNotSynced() {
        Path memory = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(memory), "not Linux");
        assertFalse(FileSystemSync.sync(memory));
    }

    @Test
    void missingFolder_isNotSynced() {
        assertFalse(FileSystemSync.sync(folder.resolve("missing")));
    }

    @Test
    void folderInArchive_isNotSynced() throws IOException {
        URI archive = URI.create("jar:" + folder.resolve("a.zip").toUri());
        try (FileSystem zip = FileSystems.newFileSystem(archive, Map.of("create", "true"))) {
            assertFalse(FileSystemSync.sync(zip.getPath("/")));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.8.0", "5.15.0-91-generic", "6.1.0", "10.0"})
    void newKernel_reportsFailures(String release) {
        assertTrue(FileSystemSync.reportsFailures(release + "\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.7.19", "4.18.0-553.el8", "3.10.0", "5", "unknown", "99999999999.1"})
    void oldOrUnknownKernel_isNotReliedOn(String release) {
        assertFalse(FileSystemSync.reportsFailures(release + "\n"));
    }
}
