package cco.core.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DirsTest {

    private static final AppName HELLO = new AppName("hello");

    @Test
    void noXdgVariables_useTheDefaultsOfTheSpecification() throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of("os.name", "Linux", "HOME", "/home/u")));

        assertEquals(Path.of("/home/u/.config/cco/config.toml"), dirs.configFile());
        assertEquals(Path.of("/home/u/.local/share/cco/apps/hello"), dirs.appData(HELLO));
        assertEquals(Path.of("/home/u/.local/share/cco/plugins"), dirs.plugins());
        assertEquals(Path.of("/home/u/.local/state/cco/apps/hello"), dirs.appState(HELLO));
        assertEquals(Path.of("/home/u/.cache/cco/blobs/sha256"), dirs.blobs());
        assertEquals(Path.of("/home/u/.config/cco/anchors/hello"), dirs.anchors(HELLO));
        assertEquals(Path.of("/home/u/.local/bin"), dirs.bin());
    }

    @Test
    void xdgVariables_moveOnlyTheirOwnFolders() throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of(
                "HOME",
                "/home/u",
                "XDG_CONFIG_HOME",
                "/c",
                "XDG_DATA_HOME",
                "/d",
                "XDG_STATE_HOME",
                "/s",
                "XDG_CACHE_HOME",
                "relative")));

        assertEquals(Path.of("/c/cco"), dirs.config());
        assertEquals(Path.of("/d/cco"), dirs.data());
        assertEquals(Path.of("/s/cco"), dirs.state());
        assertEquals(Path.of("/home/u/.cache/cco"), dirs.cache());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void ccoHome_holdsAllFoldersOnEverySystem(String osName) throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of("os.name", osName, "CCO_HOME", "/opt/x/../cco", "XDG_DATA_HOME", "/d")));

        assertEquals(
                new Dirs(
                        Path.of("/opt/cco/config"),
                        Path.of("/opt/cco/data"),
                        Path.of("/opt/cco/state"),
                        Path.of("/opt/cco/cache"),
                        Path.of("/opt/cco/bin"),
                        Path.of("/opt/cco/config/config.toml")),
                dirs);
    }

    @Test
    void mac_usesApplicationSupportAndCaches() throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of("os.name", "Mac OS X", "HOME", "/Users/u", "XDG_DATA_HOME", "/d")));

        assertEquals(Path.of("/Users/u/Library/Application Support/cco/data"), dirs.data());
        assertEquals(Path.of("/Users/u/Library/Caches/cco"), dirs.cache());
        assertEquals(Path.of("/Users/u/.local/bin"), dirs.bin());
    }

    @ParameterizedTest
    @CsvSource({"LOCALAPPDATA,/local,/local/cco", "USERPROFILE,/u,/u/AppData/Local/cco"})
    void windows_usesLocalApplicationData(String variable, String value, String root) throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of("os.name", "Windows 11", variable, value)));

        assertEquals(Path.of(root, "data"), dirs.data());
        assertEquals(Path.of(root, "bin"), dirs.bin());
    }

    @ParameterizedTest
    @CsvSource({"Linux,HOME", "Mac OS X,HOME", "Windows 11,USERPROFILE"})
    void unknownHome_isRefusedAndTheVariableNamed(String osName, String variable) {
        Env env = new Env(Map.of("os.name", osName, variable, "not/absolute"));

        UsageException refusal = assertThrows(UsageException.class, () -> Dirs.of(env));

        assertTrue(refusal.getMessage().contains(variable + " is not set"), refusal.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cco", "./cco", "~/cco", "/cco\0"})
    void ccoHomeThatIsNotAbsolute_isRefused(String value) {
        Env env = new Env(Map.of("CCO_HOME", value, "HOME", "/home/u"));

        assertThrows(UsageException.class, () -> Dirs.of(env));
    }

    @Test
    void configFileOption_movesNoFolder() throws UsageException {
        Dirs dirs = Dirs.of(new Env(Map.of("CCO_HOME", "/cco")));

        Dirs other = dirs.withConfigFile(Path.of("/etc/x/../cco.toml"));

        assertEquals(Path.of("/etc/cco.toml"), other.configFile());
        assertEquals(dirs.anchors(HELLO), other.anchors(HELLO));
    }
}
