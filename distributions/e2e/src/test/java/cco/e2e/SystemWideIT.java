package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Installations of one user that another user runs: root's for everyone, and a user's under sudo. */
class SystemWideIT {

    private static final String USER = "54321";

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;

    @BeforeEach
    void installAsRoot() throws IOException {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can run programs as another user");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        machine = new Machine(folder.resolve("machine"));
        machine.requires("setpriv");
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        publisher.release("1.1.0");
    }

    /** Runs cco as an ordinary user, with the environment of the machine. */
    private Run asUser(String... arguments) throws IOException {
        return machine.run(user(Machine.command(machine.program().toString(), arguments)));
    }

    private static List<String> user(List<String> command) {
        List<String> all = new ArrayList<>(List.of("setpriv", "--reuid", USER, "--regid", USER, "--clear-groups"));
        all.addAll(command);
        return all;
    }

    @Test
    void ordinaryUser_canReadEverything() throws IOException {
        asUser("list").exits(0).prints("1.0.0");
        asUser("versions", "hello").exits(0).prints("1.1.0");
        asUser("update", "hello", "--check").exits(100).prints("1.1.0");
        asUser("config", "show").exits(0);
        asUser("doctor", "hello").exits(0).prints("hello belongs to root");
        machine.run(user(List.of(machine.home().resolve("bin/hello").toString())))
                .exits(0)
                .prints("hello from 1.0.0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"update hello --yes", "update hello --rollback", "uninstall hello --yes"})
    void ordinaryUser_learnsTheOwner(String command) throws IOException {
        asUser(command.split(" "))
                .exits(7)
                .complains("belongs to root")
                .complains("cco: hint: run the command as root");
        machine.installed("hello").prints("hello from 1.0.0");
    }

    @Test
    void ordinaryUser_cannotChangeTheConfiguration() throws IOException {
        asUser("config", "set", "updates.channel", "beta").exits(9).complains("belongs to root");
    }

    @Test
    void rootWithAUsersHome_isRefused() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home of a user"));
        machine.run(List.of("chown", USER, home.toString())).exits(0);
        machine.with("CCO_HOME", "").with("HOME", home.toString());
        machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(7)
                .complains(home + " belongs to " + USER)
                .complains("cco: hint: run it as " + USER + ", without sudo");
        machine.cco("config", "set", "updates.channel", "beta").exits(9).complains("belongs to " + USER);
        try (var files = Files.list(home)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void homeOfAnotherOwner_thatTheGroupMayWrite_works() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        machine.run(List.of("chgrp", USER, home.toString())).exits(0);
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxr-x"));
        machine.with("CCO_HOME", "").with("HOME", home.toString());
        asUser("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(0);
        assertTrue(Files.exists(home.resolve(".local/bin/hello")));
    }

    @Test
    void unwritableHome_isNamedWithItsRemedy() throws IOException {
        Path home = Files.createDirectory(folder.resolve("home"));
        machine.with("CCO_HOME", "").with("HOME", home.toString());
        asUser("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(5)
                .complains(home + " belongs to root")
                .complains("cco: hint: set HOME, or CCO_HOME, to a folder that you can write to");
    }
}
