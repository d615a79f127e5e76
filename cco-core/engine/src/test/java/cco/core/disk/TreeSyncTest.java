package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeSyncTest {

    private static final int MANY = 600;

    @TempDir
    private Path root;

    private final Queue<Path> synced = new ConcurrentLinkedQueue<>();

    private void files(int count) throws IOException {
        Files.createDirectory(root.resolve("folder"));
        Files.createSymbolicLink(root.resolve("link"), Path.of("folder"));
        for (int i = 0; i < count; i++) {
            Files.createFile(root.resolve("folder").resolve("file" + i));
        }
    }

    private List<Path> filesAndFolders() throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(path -> !Files.isSymbolicLink(path)).sorted().toList();
        }
    }

    private List<Path> synced() {
        return synced.stream().sorted().toList();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 100, MANY})
    void everyFileAndFolder_isSyncedOnce(int count) throws IOException {
        files(count);
        new TreeSync(folder -> false, synced::add).sync(root);
        assertEquals(filesAndFolders(), synced());
    }

    @Test
    void manyFiles_areSyncedWithTheirFileSystem() throws IOException {
        files(MANY);
        List<Path> whole = new ArrayList<>();
        new TreeSync(whole::add, synced::add).sync(root);
        assertEquals(List.of(root), whole);
        assertEquals(List.of(), synced());
    }

    @Test
    void fewFiles_doNotWaitForTheirFileSystem() throws IOException {
        files(100);
        TreeSync.WholeSync never = folder -> {
            throw new AssertionError(folder);
        };
        new TreeSync(never, synced::add).sync(root);
        assertEquals(filesAndFolders(), synced());
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 100})
    void failureOfAnyFile_isReported(int count) throws IOException {
        files(count);
        TreeSync.PathSync failing = path -> {
            if (path.endsWith("file2")) {
                throw new IOException("Input/output error");
            }
        };
        IOException e = assertThrows(IOException.class, () -> new TreeSync(folder -> false, failing).sync(root));
        assertEquals("Input/output error", e.getMessage());
    }

    @Test
    void interruption_isReportedAsFailure() throws IOException {
        files(100);
        TreeSync.PathSync endless = path -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        };
        Thread.currentThread().interrupt();
        assertThrows(IOException.class, () -> new TreeSync(folder -> false, endless).sync(root));
        assertTrue(Thread.interrupted());
    }

    @Test
    void temporaryFileThatDisappears_isNoFailure() throws IOException {
        files(3);
        TreeSync.PathSync renaming = path -> {
            synced.add(path);
            if (path.equals(root)) {
                Files.move(root.resolve("folder/file1"), root.resolve("folder/renamed"));
            }
            if (!Files.exists(path)) {
                throw new NoSuchFileException(path.toString());
            }
        };
        new TreeSync(folder -> false, renaming).sync(root);
        assertEquals(5, synced.size());
    }
}
