package cco.installer.windows;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandFileTest {

    private final OpenFiles moves = new OpenFiles();
    private final WindowsInstaller installer = new WindowsInstaller(moves);

    @TempDir
    private Path root;

    private Path home;
    private Path bin;

    @BeforeEach
    void folders() throws IOException {
        home = Files.createDirectories(root.resolve("data/apps/100% hello"));
        bin = root.resolve("bin");
    }

    @Test
    void command_findsTheAppFromItsOwnFolder() throws IOException {
        Path file = installer.expose(home, "bin/hello.exe", bin, "hello");

        assertEquals(bin.resolve("hello.cmd"), file);
        String text = Files.readString(file);
        assertTrue(text.contains("set \"home=%~dp0..\\data\\apps\\100%% hello\"\r\n"), text);
        assertTrue(text.contains("set \"program=bin\\hello.exe\"\r\n"), text);
        assertTrue(installer.exposes(home, file));
    }

    @Test
    void everyLine_endsAsBatchFilesDo() throws IOException {
        String text = Files.readString(installer.expose(home, "hello.exe", bin, "hello"));
        assertEquals(text, text.replace("\r\n", "\n").replace("\n", "\r\n"));
        assertTrue(text.lines().allMatch(line -> line.length() < 8191), text);
    }

    /** A running command file is read again behind the last line. */
    @Test
    void lastLine_hasOnePlaceAndOneLength() throws IOException {
        String one = Files.readString(installer.expose(home, "a", bin, "hello"));
        String other = Files.readString(installer.expose(home, "bin/a-longer-name.exe", bin, "hello"));
        assertEquals(one.length(), other.length());
        assertEquals(one.lastIndexOf("endlocal"), other.lastIndexOf("endlocal"));
        assertEquals(one.substring(one.lastIndexOf("endlocal")), other.substring(other.lastIndexOf("endlocal")));
    }

    @Test
    void movedTogether_theCommandStaysOurs() throws IOException {
        installer.expose(home, "hello.exe", bin, "hello");
        Path moved = Files.move(
                root.resolve("bin"),
                Files.createDirectories(root.resolve("new")).resolve("bin"));
        Path data = Files.move(root.resolve("data"), root.resolve("new/data"));
        assertTrue(installer.exposes(data.resolve("apps/100% hello"), moved.resolve("hello.cmd")));
    }

    @Test
    void commandOfAnotherApp_isKept() throws IOException {
        Path other = Files.createDirectories(root.resolve("data/apps/other"));
        Path file = installer.expose(other, "hello.exe", bin, "hello");
        byte[] before = Files.readAllBytes(file);
        assertFalse(installer.exposes(home, file));
        assertThrows(FileAlreadyExistsException.class, () -> installer.expose(home, "hello.exe", bin, "hello"));
        assertArrayEquals(before, Files.readAllBytes(file));
    }

    @Test
    void foreignBatchFileWithAHome_isNotOurs() throws IOException {
        Path file = Files.createDirectories(bin).resolve("hello.cmd");
        Files.writeString(file, "@echo off\r\nset \"home=%~dp0..\\data\\apps\\100%% hello\"\r\n");
        assertFalse(installer.exposes(home, file));
    }

    @Test
    void openCommand_isNotReplaced() throws IOException {
        Path file = installer.expose(home, "hello.exe", bin, "hello");
        byte[] before = Files.readAllBytes(file);
        moves.open(file, 1);
        assertThrows(FileSystemException.class, () -> installer.expose(home, "other.exe", bin, "hello"));
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals(List.of("hello.cmd"), List.of(bin.toFile().list()));
    }

    @Test
    void pathOutsideAscii_isRefused() throws IOException {
        Path greek = Files.createDirectories(root.resolve("Ωμέγα"));
        assertThrows(IOException.class, () -> installer.expose(greek, "hello.exe", bin, "hello"));
        assertEquals(bin.resolve("hello.cmd"), installer.expose(home, "hello.exe", bin, "hello"));
    }

    @Test
    void homeBelowAnyAlphabet_isReachedRelatively() throws IOException {
        Path below = Files.createDirectories(root.resolve("Ωμέγα/data/apps/hello"));
        Path file = installer.expose(below, "hello.exe", root.resolve("Ωμέγα/bin"), "hello");
        assertTrue(Files.readString(file).contains("set \"home=%~dp0..\\data\\apps\\hello\""));
    }

    @ParameterizedTest
    @CsvSource({"../hello,hello", "/bin/sh,hello", "hello,../hello", "hello,/tmp/hello"})
    void namesOutsideTheirFolder_areRefused(String executable, String command) {
        assertThrows(IOException.class, () -> installer.expose(home, executable, bin, command));
    }
}
