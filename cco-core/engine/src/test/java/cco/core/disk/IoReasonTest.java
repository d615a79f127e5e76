package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.EOFException;
import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IoReasonTest {

    @TempDir
    private Path folder;

    @Test
    void bareFileName_isExplained() {
        assertEquals("no permission for f", IoReason.of(new AccessDeniedException("f")));
        assertEquals("no permission for f.json", IoReason.of(new AccessDeniedException("f.json.1234567.tmp")));
        assertEquals("there is no f", IoReason.of(new NoSuchFileException("f")));
        assertEquals("there already is f", IoReason.of(new FileAlreadyExistsException("f")));
        assertEquals("eof", IoReason.of(new EOFException()));
    }

    @Test
    void brief_omitsTheFileName() {
        assertEquals("no permission", IoReason.brief(new AccessDeniedException("f")));
        assertEquals("no such file", IoReason.brief(new NoSuchFileException("f")));
        assertEquals("it already exists", IoReason.brief(new FileAlreadyExistsException("f")));
        assertEquals("not a folder", IoReason.brief(new NotDirectoryException("f")));
        assertEquals("the folder is not empty", IoReason.brief(new DirectoryNotEmptyException("f")));
        assertEquals("read-only", IoReason.brief(new FileSystemException("f", null, "Read-only")));
        assertEquals("unknown host h", IoReason.brief(new UnknownHostException("h")));
    }

    @Test
    void message_namesEachFileOnce() {
        assertEquals(
                "cannot write a: full", IoReason.explain("cannot write a", new FileSystemException("a", null, "Full")));
        assertEquals(
                "cannot write a: no permission",
                IoReason.explain("cannot write a", new AccessDeniedException("a.1234567.tmp")));
        assertEquals(
                "cannot write a: full",
                IoReason.explain("cannot write a", new FileSystemException("a.1234567.tmp", "a", "Full")));
        assertEquals(
                "cannot write a: a/b: full",
                IoReason.explain("cannot write a", new FileSystemException("a/b", null, "Full")));
        assertEquals("cannot write a: eof", IoReason.explain("cannot write a", new EOFException()));
    }

    @Test
    void controlCharactersOfServer_areRemoved() {
        assertEquals("[2J gone", IoReason.of(new IOException("\u001b[2J\ngone")));
    }

    @Test
    void programThatCannotStart_isNotNamedTwice() throws IOException {
        Path program = Files.writeString(folder.resolve("program (1)"), "not executable");
        IOException failure = assertThrows(
                IOException.class,
                () -> new ProcessBuilder(program.toString())
                        .directory(folder.toFile())
                        .start());
        assertEquals("permission denied", IoReason.of(failure));
    }

    @Test
    void otherMessages_areKept() {
        assertEquals("no space left on device", IoReason.of(new IOException("No space left on device")));
        assertEquals("f: read-only", IoReason.of(new FileSystemException("f", null, "Read-only")));
        assertEquals("f", IoReason.of(new FileSystemException("f")));
    }

    @Test
    void failedRename_namesTheTarget() {
        assertEquals("f: read-only", IoReason.of(new FileSystemException("f.123.tmp", "f", "Read-only")));
    }
}
