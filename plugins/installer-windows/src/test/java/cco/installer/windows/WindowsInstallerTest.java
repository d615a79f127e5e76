package cco.installer.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.PlatformInstaller.Removal;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WindowsInstallerTest {

    private final OpenFiles moves = new OpenFiles();
    private final WindowsInstaller installer = new WindowsInstaller(moves);

    @TempDir
    private Path home;

    @BeforeEach
    void twoVersions() throws IOException {
        for (String version : List.of("1.0.0", "2.0.0-rc.1+build")) {
            Files.createDirectories(home.resolve("versions").resolve(version));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Darwin"})
    void otherSystems_areNotSupported(String osName) {
        assertFalse(installer.supports(osName));
    }

    @Test
    void pointer_isOneLineForTheBatchFile() throws IOException {
        installer.activate(home, "2.0.0-rc.1+build");
        assertEquals("2.0.0-rc.1+build\r\n", Files.readString(home.resolve("current.txt")));
    }

    @Test
    void openPointer_isNotReplaced_andTheNextTrySucceeds() throws IOException {
        installer.activate(home, "1.0.0");
        moves.open(home.resolve("current.txt"), 1);

        assertThrows(FileSystemException.class, () -> installer.activate(home, "2.0.0-rc.1+build"));
        assertEquals(Optional.of("1.0.0"), installer.current(home));
        assertEquals(List.of("current.txt", "versions"), names());

        installer.activate(home, "2.0.0-rc.1+build");
        assertEquals(Optional.of("2.0.0-rc.1+build"), installer.current(home));
    }

    @Test
    void temporaryFileOfAKilledSwitch_isRemoved() throws IOException {
        Files.writeString(home.resolve(".current.txt.0123.new"), "2.0.0");
        installer.activate(home, "1.0.0");
        assertEquals(List.of("current.txt", "versions"), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "..\\versions\\1.0.0", "1.0.0\" & calc", "C:\\Windows", "1.0.0\n2.0.0", "é"})
    void pointerWithoutAVersion_isAnError(String text) throws IOException {
        Files.writeString(home.resolve("current.txt"), text);
        assertThrows(IOException.class, () -> installer.current(home));
        assertThrows(IOException.class, () -> installer.activate(home, "1.0.0"));
        assertEquals(text, Files.readString(home.resolve("current.txt")));
    }

    @Test
    void pointerToARemovedVersion_isStillReported() throws IOException {
        Files.writeString(home.resolve("current.txt"), "0.9.0");
        assertEquals(Optional.of("0.9.0"), installer.current(home));
    }

    @Test
    void fileInPlaceOfAVersion_isNotActivated() throws IOException {
        Files.writeString(home.resolve("versions/3.0.0"), "a file");
        assertThrows(NotDirectoryException.class, () -> installer.activate(home, "3.0.0"));
    }

    @Test
    void closedFile_isRemovedAtOnce() throws IOException {
        Path file = Files.writeString(home.resolve("hello.exe"), "");
        assertEquals(Removal.DONE, installer.remove(file));
        assertEquals(Removal.DONE, installer.remove(file));
        assertEquals(List.of(), moves.deletedAtRestart);
    }

    @Test
    void undeletableFile_isDeletedAtTheRestart() throws IOException {
        moves.administrator = true;
        assertEquals(Removal.AFTER_REBOOT, installer.remove(home));
        assertEquals(List.of(home), moves.deletedAtRestart);
    }

    @Test
    void ordinaryUser_seesWhyTheFileStays() {
        IOException failure = assertThrows(IOException.class, () -> installer.remove(home));
        assertTrue(failure.getMessage().contains(home.toString()), failure.getMessage());
        assertEquals(1, failure.getSuppressed().length);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
