package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder that is filled from elsewhere obeys the rules of archives. */
class CheckedFolderTest {

    @TempDir
    private Path temp;

    private Path root;
    private CheckedFolder folder;

    @BeforeEach
    void create() throws IOException {
        root = temp.resolve("root");
        folder = new CheckedFolder(root, UnpackLimits.DEFAULT);
    }

    private void write(String path, String text) throws IOException {
        try (OutputStream out = folder.file(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static ArchiveRule broken(org.junit.jupiter.api.function.Executable action) {
        return assertThrows(UnsafeArchiveException.class, action).rule();
    }

    @Test
    void everyKind_isMade() throws IOException {
        Path installed = Files.writeString(temp.resolve("installed"), "shared");
        folder.folder("empty");
        write("bin/hello", "hello");
        folder.share("lib/data", installed, false);
        folder.link("run", "bin/hello");
        assertFalse(Files.exists(root.resolve("run")), "a link is made last");

        folder.finish();

        assertTrue(Files.isDirectory(root.resolve("empty")));
        assertTrue(Files.isExecutable(root.resolve("bin/hello")));
        assertEquals("hello", Files.readString(root.resolve("run")));
        assertEquals("shared", Files.readString(root.resolve("lib/data")));
        assertTrue(Files.isSameFile(installed, root.resolve("lib/data")), "one file with two names");
    }

    @Test
    void fileThatCannotBeShared_isCopied() throws IOException {
        Path folderOfItsOwn = Files.createDirectory(temp.resolve("x"));
        Path shared = Files.writeString(folderOfItsOwn.resolve("y"), "shared");
        Path link = Files.createSymbolicLink(temp.resolve("link"), folderOfItsOwn);
        folder.share("data", link.resolve("y"), true);
        assertEquals("shared", Files.readString(root.resolve("data")));
        assertThrows(IOException.class, () -> folder.share("other", temp.resolve("missing"), true));
        assertTrue(Files.exists(shared));
    }

    @Test
    void linkThatLeavesTheFolder_isRefusedBeforeAnyIsMade() throws IOException {
        write("hello", "hello");
        folder.link("good", "hello");
        folder.link("out", "../installed");

        assertEquals(ArchiveRule.LINK_ESCAPES, broken(folder::finish));
        assertEquals(1, Files.list(root).count());
    }

    @Test
    void nameThatLeavesTheFolder_isRefused() {
        for (String path : Arrays.asList("../x", "/x", "a/../../x")) {
            assertThrows(UnsafeArchiveException.class, () -> folder.file(path, false), path);
            assertThrows(UnsafeArchiveException.class, () -> folder.folder(path), path);
            assertThrows(UnsafeArchiveException.class, () -> folder.link(path, "x"), path);
            assertThrows(UnsafeArchiveException.class, () -> folder.share(path, root, false), path);
        }
    }

    @Test
    void existingFolder_isNotUsed() {
        assertThrows(IOException.class, () -> new CheckedFolder(root, UnpackLimits.DEFAULT));
    }
}
