package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Full, read-only and noexec file systems, and homes of other users. Needs root to mount them. */
class FileSystemIT {

    private static final String NOBODY = "65534";

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;
    private boolean mounted;

    @BeforeEach
    void release() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
    }

    @AfterEach
    void unmount() throws IOException {
        if (mounted) {
            machine.run(List.of("umount", machine.home().toString())).exits(0);
        }
    }

    private void mount(String options) throws IOException {
        Files.createDirectories(machine.home());
        mounted = machine.run(List.of(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                options,
                                "tmpfs",
                                machine.home().toString()))
                        .exit()
                == 0;
        assumeTrue(mounted, "mounting is not allowed here");
    }

    private String[] install() {
        return new String[] {
            "install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256"
        };
    }

    @Test
    void fullDisk_isErrorAndUpdateSucceedsOnceSpaceIsFreed() throws IOException {
        mount("size=1m");
        machine.cco(install()).exits(0);
        publisher.releaseOf300Kilobytes("1.1.0");
        for (int filled : new int[] {500_000, 800_000, 1_100_000}) {
            Path filler = machine.home().resolve("filler");
            machine.run(List.of("sh", "-c", "head -c " + filled + " /dev/zero > \"$1\"", "sh", filler.toString()));
            Run run = machine.cco("update", "hello", "--yes");
            run.exits(5).complains("space").complains("cco: hint:");
            machine.installed("hello").exits(0).prints("hello from 1.0.0");
            Files.delete(filler);
        }
        machine.cco("update", "hello", "--yes").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(List.of(), machine.unfinished());
    }

    @Test
    void fullDisk_allowsCheckAndUninstall() throws IOException {
        mount("size=1m");
        machine.cco(install()).exits(0);
        publisher.release("1.1.0");
        Path filler = machine.home().resolve("filler");
        machine.run(List.of("sh", "-c", "cat /dev/zero > \"$1\"", "sh", filler.toString()));
        machine.cco("update", "hello", "--check")
                .exits(100)
                .prints("hello 1.1.0 is available")
                .complains("cannot remember this check of hello: no space left on device");
        machine.cco("update", "hello").exits(100).prints("hello 1.1.0 is available");
        machine.cco("versions", "hello").exits(0).prints("1.1.0");
        machine.cco("uninstall", "hello", "--yes").exits(0);
    }

    @Test
    void readOnlyHome_allowsCheck() throws IOException {
        mount("size=1m");
        machine.cco(install()).exits(0);
        publisher.release("1.1.0");
        machine.run(List.of("mount", "-o", "remount,ro", machine.home().toString()))
                .exits(0);
        machine.cco("update", "hello", "--check").exits(100).prints("hello 1.1.0 is available");
        machine.cco("versions", "hello").exits(0).prints("1.1.0");
        machine.cco("doctor", "hello").exits(0).prints("this user cannot change hello");
    }

    @Test
    void deviceAsConfigFile_isNotReplaced() throws IOException {
        Path device = folder.resolve("null");
        assumeTrue(
                machine.run(List.of("mknod", device.toString(), "c", "1", "3")).exit() == 0, "not root");
        machine.cco("--config", device.toString(), "config", "set", "updates.channel", "beta")
                .exits(9)
                .complains("null: not a regular file");
        assertFalse(Files.isRegularFile(device));
    }

    @Test
    void noexecHome_isNamedAsReason() throws IOException {
        mount("noexec");
        machine.cco(install()).exits(5).complains("ermission denied").complains("not mounted noexec");
        assertEquals(List.of(), machine.unfinished());
    }

    @Test
    void userWhoOwnsHomeOnly_canInstall() throws IOException {
        for (Path path : List.of(folder, folder.resolve("machine"), folder.resolve("publisher"))) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Path home = Files.createDirectories(machine.home());
        assumeTrue(machine.run(List.of("chown", NOBODY, home.toString())).exit() == 0, "not root");
        assumeTrue(asNobody("--version").exit() == 0, "the bundle is in a private folder");
        asNobody(install()).exits(0);
        publisher.release("1.1.0");
        asNobody("update", "hello", "--yes").exits(0).prints("1.1.0");
        machine.run(List.of("chmod", "-R", "a-w", home.toString())).exits(0);
        asNobody("list").exits(0).prints("1.1.0");
        asNobody("update", "hello", "--rollback")
                .exits(5)
                .complains("permission")
                .complains("cco: hint:");
        asNobody("config", "set", "updates.channel", "beta").exits(9).complains("no permission for " + home);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    private Run asNobody(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "setpriv",
                "--reuid",
                NOBODY,
                "--regid",
                NOBODY,
                "--clear-groups",
                Machine.BUNDLE.resolve("cco").toString()));
        command.addAll(List.of(arguments));
        return machine.run(command);
    }
}
