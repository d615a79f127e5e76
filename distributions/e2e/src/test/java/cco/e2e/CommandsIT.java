package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program has several commands, which change with its versions. */
class CommandsIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;

    @BeforeEach
    void release() throws IOException {
        machine = new Machine(folder.resolve("user's machine"));
        publisher = new Publisher(folder.resolve("publisher"), "hello");
        release("1.0.0", "admin");
    }

    /** A version with a second program, which it names and others do not. */
    private void release(String version, String command) throws IOException {
        Path build = publisher.build(version);
        Path program = Files.createDirectories(build.resolve("bin")).resolve(command);
        Files.writeString(program, "#!/bin/sh\necho " + command + " of " + version + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        publisher.add(version, build, "--command", "hello-" + command + "=bin/" + command);
    }

    private List<String> commands() throws IOException {
        try (var files = Files.list(machine.home().resolve("bin"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("cco"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void commands_followTheVersion() throws IOException {
        machine.install("hello", List.of(publisher.repository()));
        machine.installed("hello-admin").exits(0).prints("admin of 1.0.0");
        release("1.1.0", "tool");
        machine.cco("update", "hello", "--yes").exits(0);
        assertEquals(List.of("hello", "hello-tool"), commands());
        machine.installed("hello-tool").exits(0).prints("tool of 1.1.0");
        machine.cco("update", "hello", "--rollback").exits(0);
        assertEquals(List.of("hello", "hello-admin"), commands());
        machine.installed("hello-admin").exits(0).prints("admin of 1.0.0");
        Files.delete(machine.home().resolve("bin/hello-admin"));
        machine.cco("doctor", "hello").exits(5).prints("hello-admin is missing");
        machine.cco("doctor", "hello", "--repair").exits(0).prints("repaired");
        machine.installed("hello-admin").exits(0);
        machine.cco("list").exits(0).prints("hello, hello-admin");
        machine.cco("uninstall", "hello", "--yes").exits(0);
        assertEquals(List.of(), commands());
    }

    @Test
    void ownName_isKeptByUpdatesAndInstallations() throws IOException {
        String from = publisher.repository().toString();
        Path foreign = Files.createDirectories(machine.home().resolve("bin")).resolve("hello");
        Files.writeString(foreign, "mine");
        machine.cco("install", "hello", "--trust", "sha256", "--from", from)
                .exits(5)
                .complains("--as NAME");
        machine.cco("install", "hello", "--trust", "sha256", "--from", from, "--as", "Hello-Admin")
                .exits(2)
                .complains("hello has another command with the name Hello-Admin");
        machine.cco("install", "hello", "--trust", "sha256", "--from", from, "--as", "hi")
                .exits(0);
        machine.installed("hi").exits(0).prints("hello from 1.0.0");
        machine.cco("doctor", "hello").exits(0).prints("bin/hi, ");
        publisher.release("1.1.0");
        machine.cco("install", "hello", "--trust", "sha256", "--from", from).exits(0);
        assertEquals(List.of("hello", "hi"), commands());
        machine.installed("hi").exits(0).prints("hello from 1.1.0");
        machine.cco("install", "hello", "--trust", "sha256", "--from", from, "--as", "hey")
                .exits(0);
        assertEquals(List.of("hello", "hey"), commands());
        machine.cco("uninstall", "hello", "--yes").exits(0);
        assertEquals(List.of("hello"), commands());
        assertEquals("mine", Files.readString(foreign));
    }

    @Test
    void foreignFileInPlaceOfAnyCommand_isNoticedBeforeTheDownload() throws IOException {
        machine.install("hello", List.of(publisher.repository()));
        release("1.1.0", "tool");
        Path foreign = Files.writeString(machine.home().resolve("bin/hello-tool"), "mine");
        Files.delete(publisher.archive("1.1.0"));
        machine.cco("update", "hello", "--yes").exits(5).complains("hello-tool exists and does not belong to hello");
        assertEquals("mine", Files.readString(foreign));
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.installed("hello-admin").exits(0);
        assertFalse(Files.exists(machine.app("hello").resolve("versions/1.1.0")));
    }
}
