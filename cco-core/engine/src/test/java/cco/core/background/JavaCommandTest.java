package cco.core.background;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaCommandTest {

    @TempDir
    Path home;

    private Path java() throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.createFile(java);
        assertTrue(java.toFile().setExecutable(true));
        return java;
    }

    @Test
    void paths_areAbsolute() throws IOException {
        Path java = java();
        JavaCommand command =
                new JavaCommand(home, "mods" + File.pathSeparator + "/opt/mods", "app.jar", Path.of("/srv"));
        List<String> words = command.running(String.class, List.of("-Da=b"), List.of("hello"))
                .orElseThrow();
        assertEquals(
                List.of(
                        java.toString(),
                        "-Da=b",
                        "--module-path",
                        "/srv/mods" + File.pathSeparator + "/opt/mods",
                        "--class-path",
                        "/srv/app.jar",
                        "--module",
                        "java.base/java.lang.String",
                        "hello"),
                words);
    }

    @Test
    void linkedImage_needsNoPaths() throws IOException {
        Path java = java();
        assertEquals(
                Optional.of(List.of(java.toString(), "--module", "java.base/java.lang.String")),
                new JavaCommand(home, "", "", home).running(String.class, List.of(), List.of()));
    }

    @Test
    void runtimeWithoutJavaCommand_givesNoCommand() {
        assertEquals(Optional.empty(), new JavaCommand(home, "", "", home).running(String.class, List.of(), List.of()));
    }
}
