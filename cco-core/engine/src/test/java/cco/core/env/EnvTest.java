package cco.core.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvTest {

    @Test
    void systemEnvironment_namesMachineAndRuntime() {
        Env env = Env.system();

        assertEquals(System.getProperty("os.name"), env.osName());
        assertEquals(Optional.of(Path.of(System.getProperty("java.home"))), env.javaHome());
        assertTrue(env.temporaryDirectory().isPresent());
    }

    @Test
    void bundle_comesFromTheLauncher() {
        assertEquals(Optional.of(Path.of("/opt/cco")), new Env(Map.of("cco.bundle", "/opt/cco")).bundle());
        assertEquals(Optional.empty(), new Env(Map.of("cco.bundle", "")).bundle());
    }

    @Test
    void emptyEnvironment_hasNoValues() {
        Env env = new Env(Map.of());

        assertEquals("", env.osName());
        assertEquals(Optional.empty(), env.home());
        assertEquals(Optional.empty(), env.ccoHome());
        assertEquals(List.of(), env.path());
        assertEquals(OptionalInt.empty(), env.columns());
        assertFalse(env.isCi() || env.noColor() || env.isWindows() || env.isMac());
    }

    @ParameterizedTest
    @CsvSource({"Linux,false,false", "Mac OS X,false,true", "Windows 11,true,false", "Darwin,false,false"})
    void osName_determinesTheFamily(String osName, boolean windows, boolean mac) {
        Env env = new Env(Map.of("os.name", osName));

        assertEquals(windows, env.isWindows());
        assertEquals(mac, env.isMac());
    }

    @ParameterizedTest
    @CsvSource({"80,80", "1,1", "9999,9999", "0,", "-1,", "10000,", "wide,", "99999999999,"})
    void implausibleColumns_areIgnored(String columns, Integer expected) {
        OptionalInt actual = new Env(Map.of("COLUMNS", columns)).columns();

        assertEquals(expected == null ? OptionalInt.empty() : OptionalInt.of(expected), actual);
    }

    @ParameterizedTest
    @CsvSource({
        "/home/u,/home/passwd,/home/u",
        ",/home/passwd,/home/passwd",
        "'',/home/passwd,/home/passwd",
        "relative,/home/passwd,/home/passwd",
        "/,/home/passwd,/home/passwd",
        "/,/,/",
        "/,,/",
        ",?,",
        ",,",
    })
    void unusableHome_fallsBackToThePasswdEntry(String variable, String entry, Path expected) {
        Map<String, String> values = new HashMap<>(Map.of("os.name", "Linux"));
        Optional.ofNullable(variable).ifPresent(value -> values.put("HOME", value));
        Optional.ofNullable(entry).ifPresent(value -> values.put("user.home", value));

        assertEquals(Optional.ofNullable(expected), new Env(values).home());
    }

    @Test
    void noColor_followsNoColorOrg() {
        assertTrue(new Env(Map.of("NO_COLOR", "0")).noColor());
        assertFalse(new Env(Map.of("NO_COLOR", "")).noColor());
        assertTrue(new Env(Map.of("TERM", "dumb")).noColor());
        assertFalse(new Env(Map.of("TERM", "xterm")).noColor());
    }

    @ParameterizedTest
    @CsvSource({"true,true", "1,true", "github,true", "false,false", "0,false", "'',false"})
    void ci_isOnUnlessFalseOrZero(String value, boolean expected) {
        assertEquals(expected, new Env(Map.of("CI", value)).isCi());
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative/config", ".", "", "/no\0path"})
    void relativeXdgFolder_isIgnored(String value) {
        assertEquals(Optional.empty(), new Env(Map.of("XDG_CONFIG_HOME", value)).xdgConfigHome());
    }

    @Test
    void path_keepsItsOrderAndSkipsRelativeFolders() {
        String path = String.join(File.pathSeparator, "/usr/bin", "", ".", "bin", "/no\0path", "/bin");

        assertEquals(List.of(Path.of("/usr/bin"), Path.of("/bin")), new Env(Map.of("PATH", path)).path());
    }
}
