package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Version;
import cco.core.toml.KeyPath;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigVersionTest {

    private static final String OLD = """
            # mine
            [updates]
            channel = "beta"
            [updates.schedule]
            last_check = "2026-01-01T00:00:00Z" # when
            last_update = "2026-01-01T00:00:00Z"
            """;

    @TempDir
    private Path directory;

    @Test
    void laterVersion_isRefused() throws Exception {
        new ConfigFixture(directory, "unheard = 1\nversion = 2\n").assertRefused(2, "version 2");
    }

    @Test
    void currentVersion_loads() throws Exception {
        assertEquals(
                "beta",
                new ConfigFixture(directory, "version = 1\nupdates.channel = 'beta'\n")
                        .settings()
                        .updates(AppName.CCO)
                        .channel()
                        .value());
        assertThrows(UsageException.class, new ConfigFixture(directory, "version = '1'\n")::settings);
        assertThrows(UsageException.class, new ConfigFixture(directory, "version = 0\n")::settings);
    }

    @Test
    void oldKey_isIgnoredWithANote() throws Exception {
        ConfigFixture config = new ConfigFixture(directory, OLD);

        List<String> remarks = config.settings().remarks(AppName.CCO);

        assertEquals(2, remarks.size());
        assertTrue(remarks.getFirst().startsWith(config.file + ":5: updates.schedule.last_check"), remarks.toString());
    }

    @Test
    void nextChange_removesOldKeys() throws Exception {
        ConfigFixture config = new ConfigFixture(directory, OLD);

        config.load().set(KeyPath.parse("updates.keep_versions"), "4");

        assertEquals("# mine\n[updates]\nchannel = \"beta\"\nkeep_versions = 4\n[updates.schedule]\n", config.text());
        assertEquals(List.of(), config.settings().remarks(AppName.CCO));
    }

    @Test
    void versionedFile_mayHaveOldKeys() throws Exception {
        ConfigFixture config =
                new ConfigFixture(directory, "version = 1\nupdates.schedule.last_check = '2026-01-01T00:00:00Z'\n");

        assertEquals(1, config.settings().remarks(AppName.CCO).size());
    }

    @Test
    void skipVersionsOfTheSchedule_areSkipped_andMoved() throws Exception {
        ConfigFixture config = new ConfigFixture(
                directory, "[updates]\nchannel = \"beta\"\n[updates.schedule]\nskip_versions = [\"1.2.0\"]\n");
        assertEquals(
                List.of(Version.of("1.2.0")),
                config.settings().updates(AppName.CCO).skipVersions());

        config.load().set(KeyPath.parse("updates.channel"), "stable");

        assertEquals(
                "[updates]\nchannel = \"stable\"\nskip_versions = [\"1.2.0\"]\n[updates.schedule]\n", config.text());
        assertEquals(
                List.of(Version.of("1.2.0")),
                config.settings().updates(AppName.CCO).skipVersions());
    }

    @Test
    void scheduleTimes_cannotBeSet() throws Exception {
        ConfigFixture config = new ConfigFixture(directory, "");
        UsageException refused = assertThrows(
                UsageException.class, () -> config.load().set(KeyPath.parse("updates.schedule.last_check"), "now"));
        assertEquals("updates.schedule.last_check is read-only: cco records it itself", refused.getMessage());
    }
}
