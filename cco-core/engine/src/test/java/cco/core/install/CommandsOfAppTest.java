package cco.core.install;

import static cco.core.install.TestHome.ONE;
import static cco.core.install.TestHome.TWO;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.CommandProblem;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of an app beside files of others: which are found, hidden, taken back and removed. */
class CommandsOfAppTest {

    @TempDir
    private Path root;

    private TestHome app;
    private Path bin;

    @BeforeEach
    void threeCommands() throws Exception {
        app = new TestHome(root.toRealPath());
        bin = app.command.bin();
        app.installWithCommands(ONE, "admin", "wizard");
    }

    /** Calls commands as Windows does. */
    private static final class CmdInstaller extends FakeInstaller {
        @Override
        public String commandFile(String command) {
            return command + ".cmd";
        }
    }

    private Path program(Path folder, String name) throws IOException {
        Path file = Files.writeString(Files.createDirectories(folder).resolve(name), "run");
        assertTrue(file.toFile().setExecutable(true));
        return file;
    }

    private List<CommandProblem> shadows(FakeInstaller installer, Path... path) throws Exception {
        return new CommandCheck(app.home, installer, bin).shadows(app.receipt(), List.of(path));
    }

    @Test
    void missingCommand_isMadeAgainByTheDoctor() throws Exception {
        Files.delete(bin.resolve("admin"));
        assertEquals(
                List.of(new CommandProblem(bin.resolve("admin") + " is missing", "run `cco doctor hello --repair`")),
                new CommandCheck(app.home, app.installer, bin).problems(app.receipt()));
    }

    @Test
    void earlierProgram_shadowsACommand() throws Exception {
        Path other = root.toRealPath().resolve("other");
        Files.createDirectories(other.resolve("admin"));
        Files.writeString(other.resolve("wizard"), "not executable");
        assertEquals(List.of(), shadows(app.installer, other, bin));
        Files.createSymbolicLink(other.resolve("hello"), bin.resolve("hello"));
        assertTrue(bin.resolve("hello").toFile().setExecutable(true));
        assertEquals(List.of(), shadows(app.installer, other, bin), "it is the same file");
        Files.delete(other.resolve("hello"));
        Path hello = program(other, "hello");
        assertEquals(
                List.of(new CommandProblem(
                        "your shell runs " + hello + " instead, which comes first on your PATH",
                        "remove it, or move " + bin + " before it")),
                shadows(app.installer, other, bin));
    }

    @Test
    void earlierProgramOnWindows_mayLackItsExtension() throws Exception {
        Path other = root.toRealPath().resolve("other");
        program(other, "hello");
        assertEquals(List.of(), shadows(new CmdInstaller(), other, bin));
        Path exe = program(other, "hello.exe");
        assertTrue(shadows(new CmdInstaller(), other, bin).getFirst().text().contains(exe.toString()));
    }

    @Test
    void foreignFile_isMovedAwayOrTheCommandRenamed() throws Exception {
        for (String name : List.of("hello", "admin")) {
            Files.writeString(bin.resolve(name), "another's");
            InstallException refused = assertThrows(
                    InstallException.class,
                    () -> CommandCheck.requirePlace(app.home, app.installer, new AppCommand(bin, name)));
            assertEquals(
                    "move the file away"
                            + (name.equals("hello") ? ", or give the command another name with --as NAME" : ""),
                    refused.hint());
        }
    }

    @Test
    void placeOfACommand_changesOnlyIfItIsLost() throws Exception {
        AppCommand recorded = app.command;
        CommandCheck elsewhere = new CommandCheck(app.home, app.installer, root.resolve("new"));
        assertEquals(recorded, elsewhere.place(recorded));
        Files.delete(bin.resolve("hello"));
        assertEquals(recorded, elsewhere.place(recorded), "the folder is still there");
        Files.writeString(bin.resolve("hello"), "another's");
        assertEquals(new AppCommand(root.resolve("new"), "hello"), elsewhere.place(recorded));
        assertEquals(recorded, new CommandCheck(app.home, app.installer, bin).place(recorded));
        AppCommand gone = new AppCommand(root.resolve("gone"), "hello");
        assertEquals(new AppCommand(root.resolve("new"), "hello"), elsewhere.place(gone));
    }

    @Test
    void staleLink_leadsNowhereByWayOfTheApp() throws Exception {
        Path data = app.home.data().getFileName();
        assertTrue(isStale(root.resolve("gone").resolve(data).resolve("x")));
        assertFalse(isStale(Path.of("gone").resolve(data).resolve("x")), "a relative link is another's");
        assertFalse(isStale(root.resolve("gone/other/x")));
        assertFalse(isStale(app.home.data()), "it leads somewhere");
        assertFalse(CommandCheck.isStale(app.home, bin.resolve("hello")), "it is no link");
    }

    private boolean isStale(Path target) throws IOException {
        Path link = root.resolve("link");
        Files.deleteIfExists(link);
        return CommandCheck.isStale(app.home, Files.createSymbolicLink(link, target));
    }

    @Test
    void refusedSwitch_restoresTheProgramOfACommand() throws Exception {
        String before = Files.readString(bin.resolve("admin"));
        app.installer.refusal = new IOException("no");
        try (AppLock lock = AppLock.acquire(app.home);
                Activation activation = app.begin(lock, TWO)) {
            InstallCandidate staged = TestHome.stage(activation.staging(), TWO, "hello", "2");
            InstallCandidate other = new InstallCandidate(
                    TWO,
                    staged.directory(),
                    staged.sync(),
                    Programs.of("hello", Map.of("admin", "lib/data", "extra", "hello")),
                    Optional.empty(),
                    staged.files(),
                    staged.archive());
            assertThrows(InstallException.class, () -> activation.activate(other, TestHome.MIRROR, Optional.empty()));
        }
        assertEquals(before, Files.readString(bin.resolve("admin")));
        assertEquals(List.of("admin", "hello", "wizard"), app.commands());
        assertEquals(List.of(), app.notices);
    }

    @Test
    void commandThatCannotBeRemoved_isANotice() throws Exception {
        Files.delete(bin.resolve("admin"));
        Files.createDirectory(bin.resolve("admin"));
        app.install(TWO);
        assertTrue(
                app.notices
                        .getFirst()
                        .startsWith(
                                "hello 2.0.0 is current, but cco cannot remove the command " + bin.resolve("admin")),
                app.notices.toString());
        assertTrue(app.receipt().outside().contains(bin.resolve("admin")), "the next run tries again");
        assertFalse(app.receipt().outside().contains(bin.resolve("wizard")));
    }

    @Test
    void appWithoutCommands_isUpdated() throws Exception {
        TestHome other = new TestHome(root.resolve("other"));
        for (Version version : List.of(ONE, TWO)) {
            try (AppLock lock = AppLock.acquire(other.home);
                    Activation activation = other.begin(lock, version)) {
                InstallCandidate staged = TestHome.stage(activation.staging(), version, "hello", "x");
                activation.activate(staged, TestHome.MIRROR, Optional.empty());
            }
        }
        assertEquals(TWO, other.receipt().current());
        assertEquals(List.of(), other.commands());
        assertEquals(List.of(), new CommandCheck(other.home, other.installer, bin).problems(other.receipt()));
    }

    @Test
    void removal_leavesForeignFiles() throws Exception {
        Files.writeString(bin.resolve("admin"), "another's");
        Files.delete(bin.resolve("wizard"));
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            assertEquals(List.of(bin.resolve("admin")), removal.removeCommands(app.receipt()));
        }
        assertEquals(List.of("admin"), app.commands());
    }

    @Test
    void commandThatCannotBeRead_stopsTheRemoval() throws Exception {
        Files.delete(bin.resolve("admin"));
        Files.createDirectory(bin.resolve("admin"));
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            InstallException failed = assertThrows(InstallException.class, () -> removal.removeCommands(app.receipt()));
            assertTrue(failed.getMessage().contains(bin.resolve("admin").toString()), failed.getMessage());
        }
    }

    @Test
    void removal_keepsTheReceiptUntilTheEnd() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            removal.removeContents();
            assertTrue(app.home.hasReceipt());
            assertEquals(List.of(), app.home.versions());
            removal.finish();
        }
        assertFalse(Files.exists(app.home.data()));
        assertFalse(Files.exists(app.home.state()));
        assertEquals(List.of(), app.notices);
    }

    @Test
    void fileThatAppearsMeanwhile_isReported() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            removal.removeContents();
            Files.createFile(app.home.state().resolve("new"));
            removal.finish();
        }
        assertTrue(app.notices.getFirst().startsWith("cannot remove " + app.home.state()), app.notices.toString());
    }

    @Test
    void unexpectedFileOfTheApp_stopsTheRemoval() throws Exception {
        try (AppLock lock = AppLock.acquire(app.home)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, app);
            removal.removeContents();
            Files.createFile(app.home.data().resolve("new"));
            assertThrows(InstallException.class, removal::finish);
        }
    }

    @Test
    void appWithoutData_isRemoved() throws Exception {
        AppHome remnant = new AppHome(new AppName("other"), root.resolve("no/data"), root.resolve("remnant"));
        try (AppLock lock = AppLock.acquire(remnant)) {
            AppRemoval removal = new AppRemoval(lock, app.installer, ProgressListener.NONE);
            removal.removeContents();
            removal.finish();
        }
        assertFalse(Files.exists(remnant.state()));
    }
}
