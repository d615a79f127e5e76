package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.update.DownloadCache.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCacheTest {

    @TempDir
    Path folder;

    private EngineLab lab;
    private DownloadCache cache;

    @BeforeEach
    void aLab() throws CcoException, IOException {
        lab = new EngineLab(folder);
        cache = lab.updater(Optional.empty()).cache();
    }

    private void download(String name, int bytes, String app) throws IOException {
        Path blobs = Files.createDirectories(lab.dirs.blobs());
        Files.write(blobs.resolve(name), new byte[bytes]);
        if (!app.isEmpty()) {
            Files.writeString(blobs.resolve(name.substring(0, 64) + ".wanted-by.partial"), app);
        }
    }

    @Test
    void emptyCache_hasNoUsage() throws CcoException {
        assertEquals(List.of(), cache.usage());
        assertEquals(0, cache.clean());
    }

    @Test
    void downloads_areAddedUpByApp_andDeleted() throws CcoException, IOException {
        download("ab".repeat(32), 100, "hello");
        download("cd".repeat(32) + ".partial", 20, "hello");
        download("ef".repeat(32) + ".partial", 3, "");
        assertEquals(List.of(new Usage(Optional.empty(), 1, 3), new Usage(Optional.of(HELLO), 2, 120)), cache.usage());
        assertEquals(123, cache.clean());
        assertEquals(List.of(), cache.usage());
    }
}
