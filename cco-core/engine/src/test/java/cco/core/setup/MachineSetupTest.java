package cco.core.setup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.setup.SetupRequest.Cause;
import cco.core.setup.SetupRequest.PathChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MachineSetupTest {

    @TempDir
    Path home;

    private final Map<String, String> variables = new HashMap<>();
    private final List<String> notices = new ArrayList<>();

    private Env env(String shell) {
        variables.put("HOME", home.toString());
        variables.put("PATH", "/usr/bin");
        variables.put("SHELL", "/bin/" + shell);
        return new Env(variables);
    }

    private MachineSetup setup(String shell) throws Exception {
        return new MachineSetup(env(shell), Dirs.of(env(shell)), notices::add);
    }

    private static SetupRequest request(Cause cause) {
        return new SetupRequest(cause, PathChoice.EDIT, Map.of());
    }

    private Set<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(home)) {
            return files.map(file -> home.relativize(file).toString()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "dash, .profile",
        "bash, '.bashrc,.profile'",
        "zsh, .zshenv",
        "fish, .config/fish/conf.d/cco.fish",
        "nu, .config/nushell/config.nu",
        "yash, '.profile,.yash_profile,.yashrc'"
    })
    void loginShell_getsFolderOfCommandsOnPath(String shell, String expected) throws Exception {
        List<Path> edited = setup(shell).finish(request(Cause.WANTED));
        Set<String> names = edited.stream()
                .map(file -> home.relativize(file).toString())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(List.of(expected.split(","))), names);
        for (Path file : edited) {
            assertTrue(
                    Files.readString(file).contains(home.resolve(".local/bin").toString()), file.toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# mine\n", "# without a newline", "\n\n"})
    void startupFile_isTheSameAfterUndo(String text) throws Exception {
        Path profile = Files.writeString(home.resolve(".profile"), text);
        Files.setPosixFilePermissions(profile, PosixFilePermissions.fromString("rw-------"));
        Set<String> before = files();
        setup("dash").finish(request(Cause.WANTED));
        String edited = Files.readString(profile);
        setup("dash").finish(request(Cause.WANTED));
        assertEquals(edited, Files.readString(profile), "the second setup adds nothing");
        assertTrue(edited.startsWith(text));
        setup("dash").undo();
        assertEquals(text, Files.readString(profile));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(profile)));
        assertEquals(before, files());
    }

    @Test
    void linesAfterTheBlock_stay() throws Exception {
        Path profile = Files.writeString(home.resolve(".profile"), "before");
        setup("dash").finish(request(Cause.WANTED));
        Files.writeString(profile, Files.readString(profile) + "after\n");
        setup("dash").undo();
        assertEquals("before\nafter\n", Files.readString(profile));
    }

    @Test
    void linkedStartupFile_staysLinked() throws Exception {
        Path real = Files.writeString(home.resolve("dotfiles"), "# mine\n");
        Path link = Files.createSymbolicLink(home.resolve(".profile"), real);
        setup("dash").finish(request(Cause.WANTED));
        assertTrue(Files.isSymbolicLink(link));
        assertTrue(Files.readString(real).contains(">>> cco"));
        setup("dash").undo();
        assertEquals("# mine\n", Files.readString(real));
    }

    @Test
    void createdFilesAndFolders_goWithUndo() throws Exception {
        Path completion = home.resolve(".zfunc/_cco");
        setup("zsh")
                .finish(new SetupRequest(Cause.WANTED, PathChoice.EDIT, Map.of(completion, "#compdef cco".getBytes())));
        assertTrue(files().contains(".zshrc"));
        setup("zsh").undo();
        assertEquals(Set.of(""), files());
    }

    @Test
    void folderOnPath_needsNoEdit() throws Exception {
        env("dash");
        variables.put("PATH", home.resolve(".local/bin").toString());
        Env env = new Env(variables);
        assertEquals(List.of(), new MachineSetup(env, Dirs.of(env), notices::add).finish(request(Cause.WANTED)));
    }

    @Test
    void companion_becomesWantedAndStaysSo() throws Exception {
        setup("dash").finish(request(Cause.COMPANION));
        assertTrue(setup("dash").cameWithAnotherApp());
        setup("dash").finish(request(Cause.PRESENT));
        assertTrue(setup("dash").cameWithAnotherApp());
        setup("dash").finish(request(Cause.WANTED));
        assertFalse(setup("dash").cameWithAnotherApp());
    }

    @Test
    void abandonedSetup_leavesNothing() throws Exception {
        Files.createDirectories(home.resolve(".config"));
        MachineSetup setup = setup("dash");
        Files.createDirectories(home.resolve(".local/share/cco/apps/hello"));
        Files.createDirectories(home.resolve(".config/cco"));
        Files.writeString(home.resolve(".config/cco/config.toml"), "x");
        setup.abandon();
        assertEquals(Set.of("", ".config"), files());
    }

    @Test
    void purge_keepsSigningKeys() throws Exception {
        Path key =
                Files.createDirectories(home.resolve(".config/cco/keys/hello")).resolve("root.pem");
        Files.writeString(key, "secret");
        Files.writeString(home.resolve(".config/cco/config.toml"), "x");
        setup("dash").purge();
        assertEquals(
                Set.of(
                        "",
                        ".config",
                        ".config/cco",
                        ".config/cco/keys",
                        ".config/cco/keys/hello",
                        ".config/cco/keys/hello/root.pem"),
                files());
    }

    @Test
    void purgeWithoutASetup_leavesNoEmptyFolders() throws Exception {
        for (String folder :
                List.of(".config/cco", ".local/share/cco/apps", ".local/bin", ".cache/cco", ".cache/other")) {
            Files.createDirectories(home.resolve(folder));
        }
        setup("dash").purge();
        assertEquals(Set.of("", ".cache", ".cache/other"), files());
    }

    @Test
    void setupWithCcoHome_marksTheHome() throws Exception {
        variables.put("CCO_HOME", home.resolve("prefix").toString());
        setup("dash").finish(request(Cause.WANTED));
        variables.remove("CCO_HOME");
        variables.put(
                "cco.bundle",
                home.resolve("prefix/data/apps/cco/versions/1.0.0").toString());
        assertEquals(home.resolve("prefix/bin"), Dirs.of(env("dash")).bin());
        variables.put(
                "cco.bundle",
                home.resolve("elsewhere/data/apps/cco/versions/1.0.0").toString());
        assertEquals(home.resolve(".local/bin"), Dirs.of(env("dash")).bin());
    }
}
