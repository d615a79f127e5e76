package cco.tck;

import static cco.tck.Homes.NEW;
import static cco.tck.Homes.OLD;
import static cco.tck.Homes.PROGRAM;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.PlatformInstaller;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of a {@link PlatformInstaller}. An installer's test extends this class and creates the installer; it
 * runs on the systems that the installer supports.
 */
public abstract class PlatformInstallerContract {

    private static final int FLIPS = 200;

    /** For subclasses. */
    protected PlatformInstallerContract() {}

    /**
     * Creates an installer as the ServiceLoader does.
     *
     * @return a new instance for each call
     */
    protected abstract PlatformInstaller installer();

    /** {@return the supported values of {@code os.name}} */
    protected abstract List<String> systems();

    /** Requires an id that the configuration can contain and that never changes. */
    @Test
    public void id_isANameForTheConfiguration() {
        Provided.id(this::installer, PlatformInstaller::id);
    }

    /** Requires that the ServiceLoader finds the installer in its module. */
    @Test
    public void installer_isFoundAsAService() {
        Provided.service(PlatformInstaller.class, installer().getClass());
    }

    /** Requires support for each of {@link #systems}. */
    @Test
    public void itsSystems_areSupported() {
        systems().forEach(system -> assertTrue(installer().supports(system), system));
    }

    /**
     * Requires no current version before the first activation.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void withoutActivation_nothingIsCurrent(@TempDir Path temporary) throws Exception {
        assertEquals(Optional.empty(), installer().current(Homes.make(temporary)));
    }

    /**
     * Activates an old, a new and again the old version.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void activatedVersion_isCurrent(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        for (String version : List.of(OLD, NEW, OLD)) {
            installer().activate(home, version);
            assertEquals(Optional.of(version), installer().current(home));
        }
    }

    /**
     * Repeats activations and requires the same files in the home folder.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void activation_isRepeatable_andLeavesNoFiles(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        installer().activate(home, OLD);
        List<String> names = Homes.names(home);
        for (String version : List.of(OLD, NEW, NEW)) {
            installer().activate(home, version);
            assertEquals(Optional.of(version), installer().current(home));
            assertEquals(names, Homes.names(home), "files left beside the pointer");
        }
    }

    /**
     * Requires unchanged version folders after activation and exposure.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void versions_areNeverTouched(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        List<String> before = Homes.versions(home);
        installer().activate(home, OLD);
        installer().expose(home, PROGRAM, temporary.resolve("bin"), PROGRAM);
        installer().activate(home, NEW);
        assertEquals(before, Homes.versions(home));
    }

    /**
     * Refuses missing versions and paths, and keeps the current version.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void missingVersion_isNotActivated(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        installer().activate(home, OLD);
        for (String version : List.of("3.0.0", "", ".", "..", "../versions/" + NEW, NEW + "/.", "../../bin")) {
            assertThrows(IOException.class, () -> installer().activate(home, version), "activated: " + version);
            assertEquals(Optional.of(OLD), installer().current(home), "after refusing " + version);
        }
    }

    /**
     * Other processes read the pointer during a change: one of the two versions must be current at any time.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void activation_isAtomic(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        installer().activate(home, OLD);
        AtomicBoolean flipping = new AtomicBoolean(true);
        CountDownLatch looking = new CountDownLatch(1);
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<?> reads = reader.submit(() -> {
                while (flipping.get()) {
                    String current = installer().current(home).orElseThrow();
                    assertTrue(List.of(OLD, NEW).contains(current), current);
                    looking.countDown();
                }
                return null;
            });
            try {
                // The assertion below reports a reader that has already failed.
                while (looking.getCount() > 0 && !reads.isDone()) {
                    Thread.onSpinWait();
                }
                for (int flip = 0; flip < FLIPS; flip++) {
                    installer().activate(home, flip % 2 == 0 ? NEW : OLD);
                }
            } finally {
                flipping.set(false);
            }
            reads.get();
        }
    }

    /**
     * Requires the same command after an update to another version.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void command_outlivesTheVersion(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        Path bin = temporary.resolve("usr").resolve("bin");
        installer().activate(home, OLD);
        Path command = installer().expose(home, PROGRAM, bin, PROGRAM);
        assertTrue(Files.exists(command, LinkOption.NOFOLLOW_LINKS), "expose() returns a missing file: " + command);
        assertEquals(bin.toRealPath(), command.getParent().toRealPath());
        assertEquals(installer().commandFile(PROGRAM), command.getFileName().toString());
        List<String> names = Homes.names(bin);
        installer().activate(home, NEW);
        assertEquals(command, installer().expose(home, PROGRAM, bin, PROGRAM));
        assertEquals(names, Homes.names(bin));
    }

    /**
     * Requires that a command can start one version for a while, and then the current one again.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void commandOfOneVersion_followsThePointerAgain(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        Path bin = temporary.resolve("bin");
        installer().activate(home, OLD);
        Path command = installer().expose(home, PROGRAM, bin, PROGRAM);
        byte[] following = Files.readAllBytes(command);
        assertEquals(command, installer().exposeVersion(home, NEW, PROGRAM, bin, PROGRAM));
        assertEquals(Optional.of(OLD), installer().current(home));
        installer().activate(home, NEW);
        assertEquals(command, installer().expose(home, PROGRAM, bin, PROGRAM));
        installer().activate(home, OLD);
        assertArrayEquals(following, Files.readAllBytes(command));
        assertEquals(1, Homes.names(bin).size());
    }

    /**
     * Deletes a file that no program has open at once, and repeatably.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void unusedFile_isRemovedAtOnce(@TempDir Path temporary) throws Exception {
        Path file = Files.writeString(temporary.resolve(PROGRAM), "unused");
        for (int repeat = 0; repeat < 2; repeat++) {
            assertEquals(PlatformInstaller.Removal.DONE, installer().remove(file));
            assertTrue(Files.notExists(file, LinkOption.NOFOLLOW_LINKS), "still there: " + file);
        }
    }

    /**
     * Refuses to replace a file of the user in the command folder.
     *
     * @param temporary an empty folder, which JUnit deletes
     * @throws Exception if the installer cannot read or change the folder
     */
    @Test
    public void foreignFile_isKept(@TempDir Path temporary) throws Exception {
        Path home = Homes.make(temporary);
        installer().activate(home, OLD);
        Path bin = temporary.resolve("bin");
        Path command = installer().expose(home, PROGRAM, bin, PROGRAM);
        Files.delete(command);
        Files.writeString(command, "mine");
        assertThrows(FileAlreadyExistsException.class, () -> installer().expose(home, PROGRAM, bin, PROGRAM));
        assertEquals("mine", Files.readString(command));
    }
}
