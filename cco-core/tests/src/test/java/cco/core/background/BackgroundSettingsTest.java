package cco.core.background;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.error.CcoException;
import cco.core.schedule.ScheduleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of the administrator, the environment and the user apply in the background, in this order. */
class BackgroundSettingsTest {

    @TempDir
    Path folder;

    /** An installed hello, on a machine where all of them say something; an empty text says nothing. */
    private EngineLab lab(String administrator, String variable, String user) throws CcoException, IOException {
        Path system = folder.resolve("xdg/cco/config.toml");
        Files.createDirectories(
                system.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        Files.writeString(system, toml(administrator));
        Files.setPosixFilePermissions(system, PosixFilePermissions.fromString("rw-r--r--"));
        Map<String, String> variables = new HashMap<>();
        variables.put("XDG_CONFIG_DIRS", folder.resolve("xdg").toString());
        variables.put("user.name", System.getProperty("user.name"));
        if (!variable.isEmpty()) {
            variables.put(variable.split("=")[0], variable.split("=")[1]);
        }
        EngineLab lab = new EngineLab(folder, variables);
        Files.createDirectories(lab.dirs.config());
        Files.writeString(lab.dirs.configFile(), toml(user));
        lab.publish("1.0.0");
        lab.install(HELLO);
        return lab;
    }

    private static String toml(String line) {
        return line.isEmpty() ? "" : line + "\n";
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', true",
        "'', '', updates.enabled = false, false",
        "'', CCO_ENABLED=false, updates.enabled = true, false",
        "'', CCO_ENABLED=true, updates.enabled = false, true",
        "'', CCO_CHECK_INTERVAL=never, '', false",
        "updates.enabled = false, CCO_ENABLED=true, updates.enabled = true, false",
        "apps.hello.updates.enabled = false, CCO_ENABLED=true, '', false",
        "updates.check_interval = 'never', '', apps.hello.updates.check_interval = 'daily', false",
        "updates.enabled = true, CCO_ENABLED=false, updates.enabled = false, true"
    })
    void settings_decideWhetherToCheck(String administrator, String variable, String user, boolean checked)
            throws CcoException, IOException {
        EngineLab lab = lab(administrator, variable, user);
        ScheduleFile file = new ScheduleFile(lab.dirs.appState(HELLO));
        Instant longAgo = Instant.EPOCH.plus(Duration.ofDays(1));
        file.change(longAgo, 0, schedule -> schedule.with(schedule.timing().checked(longAgo, 0)));
        BackgroundUpdates.of(HELLO, lab.env, lab.dirs).runIfDue();
        assertEquals(
                checked ? 1 : 0, file.read().orElseThrow().timing().failures(), "a claimed check counts as failed");
    }

    @ParameterizedTest
    @CsvSource({
        "'', CCO_AUTO_INSTALL=true, '', true",
        "'', CCO_AUTO_INSTALL=false, updates.auto_install = true, false",
        "updates.auto_install = false, CCO_AUTO_INSTALL=true, updates.auto_install = true, false",
        "apps.hello.updates.auto_install = true, '', updates.auto_install = false, true"
    })
    void settings_decideWhetherToInstall(String administrator, String variable, String user, boolean installed)
            throws CcoException, IOException {
        EngineLab lab = lab(administrator, variable, user);
        lab.publish("1.1.0");
        lab.check(Instant.now().plus(Duration.ofDays(1)));
        assertEquals(installed ? "1.1.0" : "1.0.0", lab.current());
    }
}
