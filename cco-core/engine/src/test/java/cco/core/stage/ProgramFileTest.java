package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgramFileTest {

    private static final Platform WINDOWS = new Platform("windows-x86_64");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"hello.exe", "hello.cmd", "hello.bat", "hello"})
    void onWindows_theExtensionMayBeMissing(String file) throws IOException {
        Files.createFile(folder.resolve(file));
        assertEquals(Optional.of(file), ProgramFile.find(folder, "hello", WINDOWS));
        assertEquals(Optional.of(file), ProgramFile.find(folder, file, WINDOWS));
    }

    @Test
    void scriptForOtherSystems_isNotPreferred() throws IOException {
        Files.createFile(folder.resolve("hello"));
        Files.createFile(folder.resolve("hello.cmd"));
        assertEquals(Optional.of("hello.cmd"), ProgramFile.find(folder, "hello", WINDOWS));
        Files.createFile(folder.resolve("hello.exe"));
        assertEquals(Optional.of("hello.exe"), ProgramFile.find(folder, "hello", WINDOWS));
    }

    @Test
    void elsewhere_theNameIsComplete() throws IOException {
        Path file = Files.createFile(folder.resolve("hello.exe"));
        file.toFile().setExecutable(true);
        assertEquals(Optional.empty(), ProgramFile.find(folder, "hello", new Platform("linux-x86_64")));
    }
}
