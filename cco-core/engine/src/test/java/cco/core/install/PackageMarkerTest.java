package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.model.AppName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackageMarkerTest {

    private static final AppName HELLO = new AppName("hello");
    private static final String TEXT = """
            { "schema": 1, "app": "hello", "manager": "apt",
              "update": "sudo apt upgrade", "uninstall": "sudo apt remove" }
            """;

    @TempDir
    private Path root;

    private Path file(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Optional<PackageMarker> found(String bin) {
        return PackageMarker.onPath(List.of(root.resolve("empty"), root.resolve(bin)), HELLO);
    }

    @Test
    void linkedCommand_isTracedToItsFolder() throws IOException {
        Path program = file("usr/lib/hello/bin/hello", "");
        file("usr/lib/hello/managed-by.json", TEXT);
        Files.createDirectories(root.resolve("usr/bin"));
        Files.createSymbolicLink(root.resolve("usr/bin/hello"), program);
        PackageMarker marker = found("usr/bin").orElseThrow();
        assertEquals("hello was installed by apt, not by cco", marker.refusal().getMessage());
        assertTrue(
                marker.refusal().hint().contains("`sudo apt upgrade`"),
                marker.refusal().hint());
    }

    @ParameterizedTest
    @ValueSource(strings = {"shims:apps/hello/current", "bin:lib/hello/tools"})
    void starterOfAWindowsManager_isTracedToItsApp(String folders) throws IOException {
        file(folders.split(":")[0] + "/hello.exe", "");
        file(folders.split(":")[1] + "/managed-by.json", TEXT);
        assertTrue(found(folders.split(":")[0]).isPresent());
    }

    @Test
    void programWithoutMarker_hasNoOwner() throws IOException {
        file("bin/hello", "");
        assertTrue(found("bin").isEmpty());
        assertTrue(found("nowhere").isEmpty());
    }

    @Test
    void markerFarAbove_isNotFound() throws IOException {
        file("managed-by.json", TEXT);
        file("a/b/bin/hello", "");
        assertTrue(found("a/b/bin").isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not JSON",
                "{ 'schema': 2, 'app': 'hello', 'manager': 'apt', 'update': 'u', 'uninstall': 'r' }",
                "{ 'schema': 1, 'app': 'other', 'manager': 'apt', 'update': 'u', 'uninstall': 'r' }",
                "{ 'schema': 1, 'app': 'hello', 'manager': 'apt', 'update': '', 'uninstall': 'r' }",
                "{ 'schema': 1, 'app': 'hello', 'manager': 'apt', 'update': 'u` && rm -rf `', 'uninstall': 'r' }",
                "{ 'schema': 1, 'app': 'hello', 'manager': 'a\\npt', 'update': 'u', 'uninstall': 'r' }",
                "{ 'schema': 1, 'app': 'hello', 'manager': 'apt', 'update': '\\u001b[31mu', 'uninstall': 'r' }"
            })
    void unusableMarker_isIgnored(String text) throws IOException {
        file("bin/hello", "");
        file("bin/managed-by.json", text.replace('\'', '"'));
        assertTrue(found("bin").isEmpty());
    }

    @Test
    void markerOfAnySize_isNotReadWhole() throws IOException {
        file("bin/hello", "");
        file("bin/managed-by.json", TEXT.strip() + " ".repeat(5000));
        assertTrue(found("bin").isPresent());
        file("bin/managed-by.json", " ".repeat(5000) + TEXT);
        assertTrue(found("bin").isEmpty());
    }
}
