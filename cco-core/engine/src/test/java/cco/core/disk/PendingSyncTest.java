package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingSyncTest {

    @TempDir
    private Path folder;

    @Test
    void folder_isSynced() throws IOException {
        Files.writeString(folder.resolve("file"), "text");
        PendingSync sync = PendingSync.start(folder);
        sync.await();
        sync.await();
        sync.close();
    }

    @Test
    void failure_isThrownToThoseWhoNeedTheFiles() {
        PendingSync sync = PendingSync.start(folder.resolve("missing"));
        assertDoesNotThrow(sync::close);
        assertThrows(NoSuchFileException.class, sync::await);
    }

    @Test
    void interruption_isAFailure() {
        PendingSync sync = PendingSync.start(folder);
        Thread.currentThread().interrupt();
        assertThrows(InterruptedIOException.class, sync::await);
        assertTrue(Thread.interrupted());
    }
}
