package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateWriterTest {

    private static final byte[] BYTES = {1};

    @TempDir
    private Path folder;

    /** Below a file nothing can be made. */
    private Path impossible() throws IOException {
        return Files.createFile(folder.resolve("file")).resolve("below");
    }

    @Test
    void whoMustKeep_fails() throws IOException {
        Path impossible = impossible();
        assertThrows(IOException.class, () -> StateWriter.ALWAYS.keep(impossible, BYTES));
        assertTrue(StateWriter.ALWAYS.keep(folder.resolve("kept"), BYTES));
    }

    @Test
    void whoCanDoWithout_tellsItOnce_andTriesNoMore() throws IOException {
        List<IOException> told = new ArrayList<>();
        StateWriter keeper = StateWriter.ifPossible(told::add);
        assertTrue(keeper.keep(folder.resolve("before"), BYTES));
        assertFalse(keeper.keep(impossible(), BYTES));
        assertFalse(keeper.keep(folder.resolve("after"), BYTES));
        assertEquals(1, told.size());
        assertTrue(Files.exists(folder.resolve("before")));
        assertFalse(Files.exists(folder.resolve("after")));
    }
}
