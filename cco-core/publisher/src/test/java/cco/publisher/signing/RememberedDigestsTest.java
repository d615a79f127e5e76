package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A false digest in the memory shows whether a file was read. */
class RememberedDigestsTest {

    private static final Sha256 FALSE = Sha256.of("another content".getBytes());
    private static final Sha256 TRUE = Sha256.of("content".getBytes());
    private static final InstantSource LATER = InstantSource.offset(InstantSource.system(), Duration.ofHours(1));

    @TempDir
    Path folder;

    private Path cache;
    private Path repository;
    private Path file;

    @BeforeEach
    void publish() throws IOException {
        cache = folder.resolve("cache");
        repository = Files.createDirectories(folder.resolve("repository"));
        file = Files.writeString(repository.resolve("archive"), "content");
    }

    private Sha256 digest(RememberedDigests digests, Path of) throws IOException {
        try (digests) {
            return digests.of(of);
        }
    }

    private Sha256 digest() throws IOException {
        return digest(RememberedDigests.in(cache, repository, LATER), file);
    }

    private Path memory() throws IOException {
        try (Stream<Path> files = Files.list(cache.resolve("digests"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private void change(String from, String to) throws IOException {
        Files.writeString(memory(), Files.readString(memory()).replace(from, to));
    }

    private void falsify() throws IOException {
        assertEquals(TRUE, digest());
        change(TRUE.hex(), FALSE.hex());
    }

    @Test
    void unchangedFile_isNotReadAgain() throws IOException {
        falsify();
        assertEquals(FALSE, digest());
    }

    @Test
    void changedFile_isReadAgain() throws IOException {
        falsify();
        FileTime time = Files.getLastModifiedTime(file);
        Files.writeString(file, "CONTENT");
        Files.setLastModifiedTime(file, time);
        assertEquals(Sha256.of("CONTENT".getBytes()), digest());
        assertEquals(Sha256.of("CONTENT".getBytes()), digest());
    }

    @Test
    void replacedFile_isReadAgain() throws IOException {
        falsify();
        Path other = Files.writeString(repository.resolve("other"), "content");
        Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
        Files.delete(file);
        Files.move(other, file);
        assertEquals(TRUE, digest());
    }

    @Test
    void fileThatHasJustChanged_isNotRemembered() throws IOException {
        assertEquals(TRUE, digest(RememberedDigests.in(cache, repository, InstantSource.system()), file));
        assertFalse(Files.exists(cache));
    }

    @Test
    void forgetting_readsEverythingAgain() throws IOException {
        falsify();
        assertEquals(TRUE, digest(RememberedDigests.forgetting(cache, repository, LATER), file));
        assertEquals(TRUE, digest());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"nonsense", "{\"schema\": 2, \"files\": {}}", "{\"schema\": 1, \"files\": {\"archive\": {}}}"})
    void unreadableMemory_isWrittenAgain(String text) throws IOException {
        assertEquals(TRUE, digest());
        String before = Files.readString(memory());
        Files.writeString(memory(), text);
        assertEquals(TRUE, digest());
        assertEquals(before, Files.readString(memory()));
    }

    @Test
    void removedFile_isForgotten() throws IOException {
        assertEquals(TRUE, digest());
        Path second = Files.writeString(repository.resolve("second"), "content");
        Files.delete(file);
        digest(RememberedDigests.in(cache, repository, LATER), second);
        assertFalse(Files.readString(memory()).contains("\"archive\""));
    }

    @Test
    void otherRepository_hasItsOwnMemory() throws IOException {
        falsify();
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createLink(other.resolve("archive"), file);
        assertEquals(TRUE, digest(RememberedDigests.in(cache, other, LATER), other.resolve("archive")));
        try (Stream<Path> files = Files.list(cache.resolve("digests"))) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void cacheThatCannotBeWritten_isNoFailure() throws IOException {
        Files.writeString(cache, "a file");
        assertEquals(List.of(TRUE, TRUE), List.of(digest(), digest()));
    }
}
