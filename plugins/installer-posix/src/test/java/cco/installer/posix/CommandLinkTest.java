package cco.installer.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLinkTest {

    private final PosixInstaller installer = new PosixInstaller();

    @TempDir
    private Path root;

    private Path home;
    private Path bin;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(root.resolve("home with blanks"));
        bin = root.resolve("usr/bin");
    }

    @Test
    void command_pointsThroughTheCurrentLink() throws IOException {
        Path link = installer.expose(home, "bin/hello", bin, "hello");
        assertEquals(bin.resolve("hello"), link);
        assertEquals(home.resolve("current/bin/hello"), Files.readSymbolicLink(link));
    }

    @Test
    void exposingAgain_changesNothing() throws IOException {
        Path link = installer.expose(home, "hello", bin, "hello");
        Object before = Files.readAttributes(link, "unix:ino", LinkOption.NOFOLLOW_LINKS);
        installer.expose(home, "hello", bin, "hello");
        assertEquals(before, Files.readAttributes(link, "unix:ino", LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void commandOfThisApp_isReplacedWhenTheProgramMoves() throws IOException {
        Path link = installer.expose(home, "hello", bin, "hello");
        Files.createSymbolicLink(bin.resolve(".hello.0123.new-link"), link);
        installer.expose(home, "bin/hello", bin, "hello");
        assertEquals(home.resolve("current/bin/hello"), Files.readSymbolicLink(link));
        try (Stream<Path> files = Files.list(bin)) {
            assertEquals(List.of(link), files.toList());
        }
    }

    @Test
    void commandThroughAnAliasOfTheHome_isReplaced() throws IOException {
        Files.createSymbolicLink(root.resolve("alias"), home);
        Path link = installer.expose(root.resolve("alias"), "hello", bin, "hello");
        installer.expose(home, "hello", bin, "hello");
        assertEquals(home.resolve("current/hello"), Files.readSymbolicLink(link));
    }

    @Test
    void foreignFile_isKept() throws IOException {
        Path file = Files.createDirectories(bin).resolve("hello");
        Files.writeString(file, "mine");
        assertThrows(FileAlreadyExistsException.class, () -> installer.expose(home, "hello", bin, "hello"));
        assertEquals("mine", Files.readString(file));
    }

    @Test
    void foreignLink_isKept() throws IOException {
        Path other =
                Files.createDirectories(root.resolve("home with blanks, too")).resolve("current/hello");
        Path link = Files.createSymbolicLink(Files.createDirectories(bin).resolve("hello"), other);
        assertThrows(FileAlreadyExistsException.class, () -> installer.expose(home, "hello", bin, "hello"));
        assertEquals(other, Files.readSymbolicLink(link));
    }

    @ParameterizedTest
    @CsvSource({"../hello,hello", "/bin/sh,hello", "hello,../hello", "hello,/tmp/hello", "hello,a/b"})
    void namesOutsideTheirFolder_areRefused(String executable, String command) {
        assertThrows(IOException.class, () -> installer.expose(home, executable, bin, command));
    }

    @Test
    void uncreatableBinFolder_isAnError() throws IOException {
        // Root can write to read-only folders, so a file blocks the parent folder instead.
        Files.writeString(root.resolve("usr"), "a file");
        assertThrows(IOException.class, () -> installer.expose(home, "hello", bin, "hello"));
    }
}
