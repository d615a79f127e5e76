package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.CommandProblem;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandCheckTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Version ONE = Version.of("1.0.0");

    @TempDir
    private Path folder;

    private final LinkInstaller installer = new LinkInstaller();
    private Path root;
    private AppHome home;
    private Path bin;
    private Receipt receipt;

    @BeforeEach
    void anInstalledCommand() throws CcoException, IOException {
        open(folder.resolve("root"));
        Files.createDirectories(home.version(ONE));
        Files.writeString(home.version(ONE).resolve("hello"), "run");
        installer.activate(home.data(), "1.0.0");
        Path file = installer.expose(home.data(), "hello", bin, "hello");
        receipt = new Receipt(
                HELLO,
                new Provenance("mirror", "tuf", Channel.STABLE),
                "fake",
                ONE,
                Optional.empty(),
                List.of(new InstalledVersion(
                        ONE, Instant.EPOCH, Programs.of("hello"), Optional.empty(), Optional.empty())),
                Optional.of(new AppCommand(bin, "hello")),
                List.of(file),
                Map.of());
        new ReceiptFile(home).write(receipt);
    }

    private void open(Path place) {
        root = place;
        home = new AppHome(HELLO, root.resolve("apps/hello"), root.resolve("state/hello"));
        bin = root.resolve("bin");
    }

    private Optional<String> problem() throws InstallException {
        return check().problems(receipt).stream().map(CommandProblem::text).findFirst();
    }

    private CommandCheck check() {
        return new CommandCheck(home, installer, bin);
    }

    private void repair() throws CcoException {
        try (AppLock lock = AppLock.acquire(home)) {
            new VersionRepair(lock, installer, ProgressListener.NONE).restoreCommands(bin);
        }
        receipt = new ReceiptFile(home).require();
    }

    @Test
    void workingCommand_isNoProblem() throws Exception {
        assertEquals(Optional.empty(), problem());
        CommandCheck.requirePlace(home, installer, new AppCommand(bin, "hello"));
    }

    @Test
    void missingCommand_isReported_andRepaired() throws Exception {
        Files.delete(bin.resolve("hello"));
        assertEquals(Optional.of(bin.resolve("hello") + " is missing"), problem());
        repair();
        assertEquals(Optional.empty(), problem());
    }

    @Test
    void foreignFile_isReported_andRefused() throws Exception {
        Files.delete(bin.resolve("hello"));
        Files.writeString(bin.resolve("hello"), "another's");
        assertEquals(Optional.of(bin.resolve("hello") + " no longer belongs to hello"), problem());
        InstallException refused = assertThrows(
                InstallException.class, () -> CommandCheck.requirePlace(home, installer, new AppCommand(bin, "hello")));
        assertTrue(refused.getMessage().endsWith("exists and does not belong to hello"), refused.getMessage());
        assertThrows(InstallException.class, this::repair);
    }

    @Test
    void fileInsteadOfCommandFolder_isRefused() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        AppCommand command = new AppCommand(file, "hello");
        InstallException refused =
                assertThrows(InstallException.class, () -> CommandCheck.requirePlace(home, installer, command));
        assertEquals("cannot create the command hello: " + file + " is not a folder", refused.getMessage());
    }

    @Test
    void linkToOtherProgram_isReported() throws Exception {
        Files.delete(bin.resolve("hello"));
        Files.createSymbolicLink(
                bin.resolve("hello"), Files.writeString(home.version(ONE).resolve("other"), "run"));
        assertEquals(Optional.of(bin.resolve("hello") + " does not start the current version"), problem());
    }

    @Test
    void movedHome_getsItsCommandInTheNewFolder() throws Exception {
        Path old = bin;
        Files.move(root, folder.resolve("moved"));
        open(folder.resolve("moved"));
        assertEquals(Optional.of("hello has moved: its commands belong in " + bin + " instead of " + old), problem());
        repair();
        assertEquals(Optional.empty(), problem());
        assertEquals(Optional.of(new AppCommand(bin, "hello")), receipt.command());
        assertEquals(List.of(bin.resolve("hello")), receipt.outside());
        assertTrue(Files.notExists(old));
    }

    @Test
    void furtherCommand_isCheckedAndRepaired() throws Exception {
        Programs programs = Programs.of("hello", Map.of("admin", "hello"));
        receipt = receipt.with(new InstalledVersion(ONE, Instant.EPOCH, programs, Optional.empty(), Optional.empty()));
        new ReceiptFile(home).write(receipt);
        assertEquals(Optional.of(bin.resolve("admin") + " is missing"), problem());
        repair();
        assertEquals(Optional.empty(), problem());
        assertEquals(List.of(bin.resolve("hello"), bin.resolve("admin")), receipt.outside());
    }

    @Test
    void earlierProgramOnPath_isReported() throws Exception {
        Path other = Files.createDirectories(folder.resolve("other"));
        Path program = Files.writeString(other.resolve("hello"), "run");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertEquals(List.of(), check().shadows(receipt, List.of(bin, other)));
        assertEquals(List.of(), check().shadows(receipt, List.of(other)));
        assertTrue(
                check().shadows(receipt, List.of(other, bin)).getFirst().text().contains(program.toString()));
    }
}
