package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.THREE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
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

    /** The state before, and the change that is killed. */
    private enum Scenario {
        FIRST_INSTALLATION(ONE) {
            @Override
            void before(TestHome app) {}

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }
        },
        INSTALLATION_FROM_ANOTHER_SOURCE(TWO) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.installFrom("another mirror", TWO);
            }
        },
        UPDATE(TWO) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(TWO);
            }
        },
        UPDATE_WHOSE_PROGRAM_HAS_MOVED(TWO) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(TWO, "bin/hello", "2.0.0");
            }
        },
        UPDATE_WITH_OTHER_COMMANDS(TWO) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.installWithCommands(ONE, "admin", "tool");
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.installWithCommands(TWO, "tool", "wizard");
            }
        },
        ROLLBACK_TO_OTHER_COMMANDS(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.installWithCommands(ONE, "admin");
                app.installWithCommands(TWO, "wizard");
            }

            @Override
            void change(TestHome app) throws CcoException {
                app.rollBack();
            }
        },
        UPDATE_THAT_DOES_NOT_WORK(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.installWithCommands(ONE, "admin");
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                try {
                    app.installTested(TWO, Path.of("/"), "wizard");
                } catch (InstallException wentBack) {
                    assertEquals(Optional.of("1.0.0"), app.current());
                }
            }
        },
        UPDATE_FROM_ANOTHER_SOURCE_THAT_DOES_NOT_WORK(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                try {
                    app.installTestedFrom("another mirror", TWO, Path.of("/"));
                } catch (InstallException wentBack) {
                    assertEquals(Optional.of("1.0.0"), app.current());
                }
            }
        },
        UPDATE_AND_RETENTION(THREE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
                app.install(TWO);
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(THREE);
                app.keep(2);
            }
        },
        REPLACEMENT_OF_AN_OLD_VERSION(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
                app.install(TWO);
                app.spoil(ONE, "lib/data");
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }
        },
        REPAIR_OF_THE_CURRENT_VERSION(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
                app.spoil(ONE, "lib/data");
            }

            @Override
            void change(TestHome app) throws CcoException, IOException {
                app.install(ONE);
            }
        },
        ROLLBACK(ONE) {
            @Override
            void before(TestHome app) throws CcoException, IOException {
                app.install(ONE);
                app.install(TWO);
            }

            @Override
            void change(TestHome app) throws CcoException {
                app.rollBack();
            }
        };

        private final Version end;

        Scenario(Version end) {
            this.end = end;
        }

        abstract void before(TestHome app) throws CcoException, IOException;

        abstract void change(TestHome app) throws CcoException, IOException;
    }

    static Stream<Arguments> sweeps() {
        Stream<Arguments> all = Stream.of(Scenario.values()).map(scenario -> arguments(scenario, Mounts.ONE_DISK));
        Stream<Arguments> moves = Stream.of(
                arguments(Scenario.UPDATE_AND_RETENTION, Mounts.OVERLAY),
                arguments(Scenario.REPLACEMENT_OF_AN_OLD_VERSION, Mounts.OVERLAY),
                arguments(Scenario.UPDATE_AND_RETENTION, Mounts.VERSIONS_ON_OTHER_DISK),
                arguments(Scenario.REPLACEMENT_OF_AN_OLD_VERSION, Mounts.VERSIONS_ON_OTHER_DISK),
                arguments(Scenario.REPAIR_OF_THE_CURRENT_VERSION, Mounts.VERSIONS_ON_OTHER_DISK));
        return Stream.concat(all, moves);
    }

    @ParameterizedTest
    @MethodSource("sweeps")
    void killAtAnyChange_leavesOldOrNewVersion(Scenario scenario, Mounts mounts) throws Exception {
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
                    scenario == Scenario.INSTALLATION_FROM_ANOTHER_SOURCE
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
        if (current.isPresent()) {
            Path folder = app.home.version(Version.of(current.get()));
            try (Stream<Path> files = Files.walk(folder)) {
                assertEquals(3, files.filter(Files::isRegularFile).count());
            }
        }
    }

    /** Neither a command that leads nowhere, nor an app that starts and cannot be updated. */
    private static void assertNewCommandsStart(TestHome app, List<String> before, Scenario scenario)
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

    private static void assertInOrder(TestHome app, Scenario scenario) throws CcoException, IOException {
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
