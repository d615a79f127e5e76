package cco.core.install;

import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cco.core.error.CcoException;
import cco.core.install.CrashFileSystem.Crash;
import cco.core.install.CrashFileSystem.Mounts;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Kills every kind of change at each of its changes to the disk, and the recovery of each at each of its own. */
@Tag("sweep")
class CrashSweepTest {

    /** {@code -Dcco.sweep} also tries every point on several disks, where a sweep takes a minute. */
    private static final boolean WHOLE = System.getProperty("cco.sweep") != null;

    @TempDir
    private Path temporary;

    static Stream<Arguments> sweeps() {
        Stream<Arguments> all = Stream.of(CrashScenario.values()).map(scenario -> arguments(scenario, Mounts.ONE_DISK));
        Stream<Arguments> moves = Stream.of(
                arguments(CrashScenario.UPDATE_AND_RETENTION, Mounts.OVERLAY),
                arguments(CrashScenario.REPLACEMENT_OF_AN_OLD_VERSION, Mounts.OVERLAY),
                arguments(CrashScenario.UPDATE_AND_RETENTION, Mounts.VERSIONS_ON_OTHER_DISK),
                arguments(CrashScenario.REPLACEMENT_OF_AN_OLD_VERSION, Mounts.VERSIONS_ON_OTHER_DISK),
                arguments(CrashScenario.REPAIR_OF_THE_CURRENT_VERSION, Mounts.VERSIONS_ON_OTHER_DISK));
        return Stream.concat(all, moves);
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void killAtAnyChange_leavesOldOrNewVersion(CrashScenario scenario, Mounts mounts) throws Exception {
        int step = WHOLE || mounts == Mounts.ONE_DISK ? 1 : 4;
        int points = 0;
        for (boolean killed = true; killed; points += step) {
            Path root = temporary.resolve(scenario + "-" + mounts + "-" + points);
            TestHome app = new TestHome(new CrashFileSystem(Integer.MAX_VALUE, mounts).wrap(root));
            scenario.before(app);
            Optional<String> old = app.current();
            List<String> commands = app.commands();
            CrashFileSystem system = new CrashFileSystem(points + 1, mounts);
            try {
                scenario.change(new TestHome(system.wrap(CrashPath.real(app.root))));
            } catch (Crash expected) {
                assertTrue(system.crashed());
            }
            killed = system.crashed();
            if (scenario.name().endsWith("DOES_NOT_WORK")) {
                assertRuns(app, List.of(old, Optional.of(TWO.toString())));
            } else {
                assertRuns(app, List.of(old, Optional.of(scenario.end.toString())));
                assertNewCommandsStart(app, commands, scenario);
            }
            recoverKilledAtEachChange(app, mounts);
            assertInOrder(app, scenario);
            boolean fromAnother = app.source().equals(Optional.of("another mirror"));
            assertEquals(
                    fromAnother,
                    scenario == CrashScenario.INSTALLATION_FROM_ANOTHER_SOURCE
                            && app.receipt().current().equals(scenario.end));
            if (!app.current().equals(Optional.of(scenario.end.toString()))) {
                scenario.change(app);
                assertInOrder(app, scenario);
            }
            assertEquals(Optional.of(scenario.end.toString()), app.current());
            assertEquals(
                    scenario.name().startsWith("ROLLBACK"),
                    new HoldFile(app.home).read(Optional.of(scenario.end)).isPresent());
        }
        assertTrue(points > 10, "only " + points + " points: the sweep saw too little");
    }

    private static void recoverKilledAtEachChange(TestHome app, Mounts mounts) throws CcoException {
        int point = 1;
        while (true) {
            CrashFileSystem system = new CrashFileSystem(point, mounts);
            try {
                new TestHome(system.wrap(CrashPath.real(app.root))).recover();
            } catch (Crash expected) {
                point++;
            }
            if (!system.crashed()) {
                return;
            }
        }
    }

    private static void assertRuns(TestHome app, List<Optional<String>> wanted) throws IOException {
        Optional<String> current = app.current();
        assertTrue(wanted.contains(current), () -> current + " is current");
        assertOwnCommandStarts(app);
        if (current.isPresent()) {
            Path folder = app.home.version(Version.of(current.get()));
            try (Stream<Path> files = Files.walk(folder)) {
                assertEquals(3, files.filter(Files::isRegularFile).count());
            }
        }
    }

    /** Wherever a version has its program. */
    private static void assertOwnCommandStarts(TestHome app) throws IOException {
        Path file = app.root.resolve("bin/hello");
        assertTrue(Files.notExists(file) || FakeInstaller.starts(app.home.data(), file), file::toString);
    }

    /** Neither a command that leads nowhere, nor an app that starts and cannot be updated. */
    private static void assertNewCommandsStart(TestHome app, List<String> before, CrashScenario scenario)
            throws CcoException, IOException {
        List<String> added = app.commands().stream()
                .filter(name -> !name.endsWith(".new") && !before.contains(name))
                .toList();
        if (!added.isEmpty()) {
            assertEquals(Optional.of(scenario.end.toString()), app.current());
            assertEquals(scenario.end, app.receipt().current());
            assertTrue(app.source().isPresent());
        }
    }

    private static void assertInOrder(TestHome app, CrashScenario scenario) throws CcoException, IOException {
        Optional<Receipt> receipt = new ReceiptFile(app.home).read();
        assertEquals(app.current(), receipt.map(known -> known.current().toString()));
        assertEquals(receipt.isPresent(), app.source().isPresent());
        List<Version> installed = receipt.map(Receipt::installed).orElse(List.of()).stream()
                .map(InstalledVersion::version)
                .toList();
        assertEquals(installed, app.home.versions());
        for (Version version : installed) {
            assertTrue(Files.exists(app.home.fileList(version)));
            boolean waitsForRepair = scenario.name().startsWith("REP") && version.equals(scenario.end);
            assertTrue(waitsForRepair || new FileCheck(app.home).check(version).isEmpty(), version::toString);
        }
        if (receipt.isPresent()) {
            String command = Files.readString(app.root.resolve("bin/hello"));
            assertTrue(command.endsWith("data/" + receipt.get().programs().executable()), command);
            List<String> commands = receipt.get().links().stream()
                    .map(link -> link.command().name())
                    .sorted()
                    .toList();
            assertEquals(commands, app.commands());
            assertEquals(
                    commands,
                    receipt.get().outside().stream()
                            .map(file -> file.getFileName().toString())
                            .distinct() // a path of the crashing file system is unlike the same path on disk
                            .sorted()
                            .toList());
        }
        assertNoLeftovers(app, installed.size());
    }

    private static void assertNoLeftovers(TestHome app, int versions) throws IOException {
        assertFalse(Files.exists(app.home.stagingFolder()));
        assertFalse(Files.exists(app.home.incomingFolder()));
        assertFalse(Files.exists(app.home.journal()));
        List<String> known =
                List.of("versions", "files", "receipt.json", "current", "lock", "quarantine.json", "hold.json");
        for (Path folder : List.of(app.home.data(), app.home.state())) {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    assertEquals(
                            List.of(),
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> !known.contains(name))
                                    .toList());
                }
            }
        }
        if (Files.exists(app.home.fileLists())) {
            try (Stream<Path> lists = Files.list(app.home.fileLists())) {
                assertEquals(versions, lists.count());
            }
        }
    }
}
