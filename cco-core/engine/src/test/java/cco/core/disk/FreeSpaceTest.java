package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FreeSpaceTest {

    private static final long MORE_THAN_ANY_DISK = 1L << 60;

    @TempDir
    private Path folder;

    private final FreeSpace space = new FreeSpace();

    @Test
    void smallNeed_isNoShortage() {
        space.need(folder, 1);
        assertEquals(Optional.empty(), space.shortage());
    }

    @Test
    void needsOnOneFileSystem_areAddedUp() {
        space.need(folder.resolve("missing/folder"), MORE_THAN_ANY_DISK);
        space.need(folder, 1);
        FreeSpace.Shortage shortage = space.shortage().orElseThrow();
        assertEquals(folder, shortage.folder());
        assertEquals(MORE_THAN_ANY_DISK + 1, shortage.needed());
    }

    @Test
    void unknownFreeSpace_countsAsEnough() {
        // The proc file system has no blocks at all.
        space.need(Path.of("/proc"), MORE_THAN_ANY_DISK);
        assertEquals(Optional.empty(), space.shortage());
    }
}
