package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class EntryPathTest {

    private static EntryPath path(String name) throws UnsafeArchiveException {
        return EntryPath.of(name);
    }

    @Test
    void path_containsItselfAndWhatIsBelow() throws Exception {
        assertTrue(path("a/b").contains(path("a/b")));
        assertTrue(path("a/b").contains(path("a/b/c")));
        assertTrue(EntryPath.ROOT.contains(path("a")));
        assertFalse(path("a/b").contains(path("a")));
        assertFalse(path("a/b").contains(path("a/bc")));
    }

    @Test
    void path_isResolvedSegmentBySegment() throws Exception {
        assertEquals(Path.of("folder", "a", "b"), path("a/b").in(Path.of("folder")));
        assertEquals(path("a/b"), path("a").child("b"));
        assertEquals(path("a"), path("a/b").parent());
        assertEquals(path("b"), path("a/b").belowTop());
        assertTrue(path("a").parent().isRoot());
    }
}
