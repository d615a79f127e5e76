package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.env.Env;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the administrator's file is, and when it is refused. */
class SystemFileTest {

    @TempDir
    private Path folder;

    private Path file;
    private Env env;

    @BeforeEach
    void write() throws IOException {
        file = folder.resolve("xdg/cco/config.toml");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "updates.channel = 'beta'\n");
        permit(file, "rw-r--r--");
        permit(file.getParent(), "rwxr-xr-x");
        env = new Env(Map.of(
                "XDG_CONFIG_DIRS", "relative:" + folder.resolve("none") + ":" + folder.resolve("xdg"),
                "CCO_HOME", folder.resolve("home").toString(),
                "user.name", System.getProperty("user.name")));
    }

    private static void permit(Path path, String permissions) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }

    @Test
    void firstExistingFile_isUsed() throws Exception {
        assertEquals(file, SystemFile.find(env).orElseThrow().file());
    }

    @Test
    void fixedPlaces_comeBeforeVariables() {
        assertEquals(
                List.of(
                        "/etc/cco/config.toml",
                        "/etc/xdg/cco/config.toml",
                        folder + "/none/cco/config.toml",
                        file.toString()),
                SystemFile.places(env).stream().map(Path::toString).toList());
        assertEquals(
                List.of(Path.of("/Library/Application Support/cco/config.toml")),
                SystemFile.places(new Env(Map.of("os.name", "Mac OS X", "XDG_CONFIG_DIRS", "/tmp"))));
    }

    @ParameterizedTest
    @CsvSource({"true,rw-rw-r--", "true,rw-r--rw-", "false,rwxrwxr-x", "false,rwxr-xrwx"})
    void fileWritableByOthers_isRefused(boolean isFile, String permissions) throws Exception {
        permit(isFile ? file : file.getParent(), permissions);

        UsageException refusal = assertThrows(UsageException.class, () -> SystemFile.find(env));

        assertTrue(refusal.getMessage().contains("other users can write"), refusal.getMessage());
    }

    @Test
    void linkTarget_isChecked() throws Exception {
        Path open = Files.writeString(folder.resolve("open.toml"), "");
        permit(open, "rw-rw-rw-");
        Files.delete(file);
        Files.createSymbolicLink(file, open);

        assertThrows(UsageException.class, () -> SystemFile.find(env));
    }

    @Test
    void fileOfAnotherUser_isRefused() throws Exception {
        assumeTrue(System.getProperty("user.name").equals("root"), "only root can give a file away");
        Files.setOwner(
                file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName("nobody"));

        assertThrows(UsageException.class, () -> SystemFile.find(env));
    }

    @Test
    void mistake_namesItsLine() throws Exception {
        Files.writeString(file, "\nupdates.channel = \n");

        UsageException refusal = assertThrows(UsageException.class, () -> SystemFile.find(env));

        assertTrue(refusal.getMessage().startsWith(file + ":2: "), refusal.getMessage());
        assertTrue(refusal.hint().contains("administrator"), refusal.hint());
    }
}
