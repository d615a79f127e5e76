package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("only one thread of a process has a FileMutex at a time")
class FileMutexTest {

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("new/state/lock");
    }

    private Optional<String> work() throws IOException {
        return FileMutex.ifFree(file, () -> "done");
    }

    private Optional<String> workOfAnotherThread() {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return work();
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .join();
    }

    @Test
    void freeLock_isTaken_andReleased() throws IOException {
        assertEquals(Optional.of("done"), work());
        assertEquals(Optional.of("done"), workOfAnotherThread());
        FileMutex.acquire(file).close();
        assertEquals(Optional.of("done"), workOfAnotherThread());
    }

    @Test
    void lockOfOtherThread_isNotWaitedFor() throws IOException {
        try (FileMutex _ = FileMutex.acquire(file)) {
            assertEquals(Optional.empty(), workOfAnotherThread());
        }
        assertEquals(Optional.of("done"), workOfAnotherThread());
    }

    @Test
    void lockOnOtherFile_doesNotMatter() throws IOException {
        try (FileMutex _ = FileMutex.acquire(folder.resolve("other"))) {
            assertEquals(Optional.of("done"), workOfAnotherThread());
        }
    }

    @Test
    void lockOfOtherProcess_isNotWaitedFor() throws IOException {
        Files.createDirectories(file.getParent());
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock();
            assertEquals(Optional.empty(), work());
        }
        assertEquals(Optional.of("done"), work());
    }

    @Test
    void failedWork_releasesTheLock() {
        assertThrows(
                IOException.class,
                () -> FileMutex.ifFree(file, () -> {
                    throw new IOException("full");
                }));
        assertEquals(Optional.of("done"), workOfAnotherThread());
    }

    @Test
    void uncreatableLock_isAnError_andBlocksNobody() throws IOException {
        Path within = Files.createFile(folder.resolve("no folder")).resolve("lock");
        assertThrows(IOException.class, () -> FileMutex.acquire(within));
        assertThrows(IOException.class, () -> FileMutex.ifFree(within, () -> "done"));
        assertEquals(Optional.of("done"), workOfAnotherThread());
    }

    @Test
    void unusedLock_isDeleted_butNotATakenOne() throws IOException {
        FileMutex.discard(file);
        assertFalse(Files.exists(file.getParent()), "nothing is made to be deleted");
        work();
        try (FileChannel other = FileChannel.open(file, StandardOpenOption.WRITE)) {
            other.lock(7, 1, false);
            FileMutex.discard(file);
            assertTrue(Files.exists(file));
        }
        FileMutex.discard(file);
        assertFalse(Files.exists(file));
        assertEquals(Optional.of("done"), work());
    }
}
