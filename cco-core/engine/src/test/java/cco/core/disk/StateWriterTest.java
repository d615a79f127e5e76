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

    /** Nothing can be created below a regular file. */
    private Path impossible() throws IOException {
        return Files.createFile(folder.resolve("file")).resolve("below");
    }

    @Test
    void always_failsWhereNothingCanBeWritten() throws IOException {
        Path impossible = impossible();
        assertThrows(IOException.class, () -> StateWriter.ALWAYS.write(impossible, BYTES));
        assertTrue(StateWriter.ALWAYS.write(folder.resolve("kept"), BYTES));
    }

    @Test
    void ifPossible_reportsFirstFailure_andStops() throws IOException {
        List<IOException> failures = new ArrayList<>();
        StateWriter writer = StateWriter.ifPossible(failures::add);
        assertTrue(writer.write(folder.resolve("before"), BYTES));
        assertFalse(writer.write(impossible(), BYTES));
        assertFalse(writer.write(folder.resolve("after"), BYTES));
        assertEquals(1, failures.size());
        assertTrue(Files.exists(folder.resolve("before")));
        assertFalse(Files.exists(folder.resolve("after")));
    }
}
