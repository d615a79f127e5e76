package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DurableFilesTest {

    private static final byte[] WANTED = "the wanted content".getBytes(StandardCharsets.UTF_8);
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);

    @TempDir
    private Path folder;

    @Test
    void missingFile_isCreatedWithItsFolders() throws IOException {
        Path file = folder.resolve("new/state/file");
        DurableFiles.writeIfChanged(file, WANTED);
        assertArrayEquals(WANTED, Files.readAllBytes(file));
    }

    @Test
    void equalFile_isNotTouched() throws IOException {
        Path file = Files.write(folder.resolve("file"), WANTED);
        Files.setLastModifiedTime(file, LONG_AGO);
        DurableFiles.writeIfChanged(file, WANTED);
        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "the wanted", "the wanted content, and more", "The wanted content"})
    void differentFile_isReplaced_andLeftoversAreDeleted(String old) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), old);
        Files.writeString(folder.resolve("file.123.tmp"), "half");
        Path foreign = Files.writeString(folder.resolve("file.mine.tmp"), "the user's own");
        DurableFiles.writeIfChanged(file, WANTED);
        assertArrayEquals(WANTED, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file, foreign), files.sorted().toList());
        }
    }

    @Test
    void fileWrittenSoon_isReplacedAsAWhole() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "old");
        DurableFiles.writeSoon(file, WANTED);
        assertArrayEquals(WANTED, Files.readAllBytes(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void unreplaceableFile_isAnError() throws IOException {
        Path taken =
                Files.createDirectories(folder.resolve("taken/by a folder")).getParent();
        assertThrows(IOException.class, () -> DurableFiles.writeIfChanged(taken, WANTED));
    }
}
