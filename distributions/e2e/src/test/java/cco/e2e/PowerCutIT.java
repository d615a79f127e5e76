package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Updates of an app with many files, and a power cut: what has reached the disk by then is mounted again. The disk is a
 * file with a file system in it. Needs root to mount it.
 */
class PowerCutIT {

    /** Enough files to sync them together. */
    private static final int FILES = 600;

    private static final int ATTEMPTS = 3;

    /** How the state of the disk at the cut is examined. */
    private static final String CHECK = "cd \"$1/current\" && sha256sum --quiet -c checksums.sha256";

    /** File systems with a journal or copies on write, and mount options. */
    private enum FileSystem {
        EXT4("64M", "commit=300"),
        XFS("320M", "nouuid"),
        BTRFS("128M", "commit=300");

        private final String size;

        /** Otherwise the kernel writes everything every few seconds, or takes the copy for the original. */
        private final String options;

        FileSystem(String size, String options) {
            this.size = size;
            this.options = options;
        }

        private String maker() {
            return "mkfs." + name().toLowerCase(Locale.ROOT);
        }
    }

    @TempDir
    Path temporary;

    private Path folder;

    private Machine machine;
    private FileSystem fileSystem;
    private Path disk;
    private List<String> update;
    private Strace strace;

    private void installOnOwnDisk(FileSystem system) throws IOException {
        installOnOwnDisk(system, temporary);
    }

    private void installOnOwnDisk(FileSystem system, Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        fileSystem = system;
        machine = new Machine(folder.resolve("machine"));
        machine.requires(system.maker());
        disk = folder.resolve("disk");
        update = List.of(InstalledCco.program().toString(), "update", "hello", "--yes");
        strace = new Strace(machine, folder.resolve("trace"));
        machine.run(List.of("truncate", "-s", system.size, disk.toString())).exits(0);
        machine.run(List.of(system.maker(), "-q", disk.toString())).exits(0);
        mount(disk);
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        Path build = publisher.build("1.1.0");
        for (int i = 0; i < FILES; i++) {
            Files.writeString(build.resolve("share/" + i), "file " + i);
        }
        publisher.add("1.1.0", build);
    }

    @AfterEach
    void unmount() throws IOException {
        machine.run(List.of("umount", machine.home().toString()));
    }

    private void mount(Path image) throws IOException {
        Files.createDirectories(machine.home());
        List<String> mount = List.of(
                "mount",
                "-o",
                "loop," + fileSystem.options,
                image.toString(),
                machine.home().toString());
        assumeTrue(machine.run(mount).exit() == 0, "mounting is not allowed here");
    }

    /** Leaves only what has reached the disk. */
    private void cutPower() throws IOException {
        Path after = folder.resolve("after");
        machine.run(List.of("cp", "--sparse=always", disk.toString(), after.toString()))
                .exits(0);
        machine.run(List.of("umount", machine.home().toString())).exits(0);
        mount(after);
    }

    private Run currentVersion() throws IOException {
        return machine.run(List.of("sh", "-c", CHECK, "sh", machine.app("hello").toString()));
    }

    @ParameterizedTest
    @EnumSource
    void cutAfterUpdate_leavesWholeNewVersion(FileSystem system) throws IOException {
        installOnOwnDisk(system);
        machine.run(update).exits(0);
        cutPower();
        currentVersion().exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @ParameterizedTest
    @EnumSource
    void cutAtSwitch_leavesWholeVersion(FileSystem system) throws IOException {
        installOnOwnDisk(system);
        assertEquals(128 + 9, strace.inject("signal=KILL", "symlink", 1, update).exit());
        cutPower();
        currentVersion().exits(0);
        machine.run(update).exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    /** Proves that this test notices a missing sync. It is repeated: another program that syncs all disks hides it. */
    @ParameterizedTest
    @EnumSource
    void cutAfterUpdateWithoutSync_leavesDamagedFiles(FileSystem system) throws IOException {
        int damage = 0;
        for (int i = 0; damage == 0 && i < ATTEMPTS; i++) {
            installOnOwnDisk(system, temporary.resolve(String.valueOf(i)));
            strace.inject("retval=0", "syncfs", 1, update).exits(0);
            cutPower();
            damage = currentVersion().exit();
            unmount();
        }
        assertNotEquals(0, damage);
    }
}
