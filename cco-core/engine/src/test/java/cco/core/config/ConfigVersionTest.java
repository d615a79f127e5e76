package cco.core.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.UsageException;
import cco.core.model.AppName;
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
    void aFileOfALaterVersion_isRefusedBeforeAnythingInIt() throws Exception {
        new ConfigFixture(directory, "unheard = 1\nversion = 2\n").assertRefused(2, "version 2");
    }

    @Test
    void aFileOfThisVersion_loads() throws Exception {
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
    void whatAnEarlierFormatHad_isIgnoredWithARemark() throws Exception {
        ConfigFixture config = new ConfigFixture(directory, OLD);

        List<String> remarks = config.settings().remarks(AppName.CCO);

        assertEquals(2, remarks.size());
        assertTrue(remarks.getFirst().startsWith(config.file + ":5: updates.schedule.last_check"), remarks.toString());
    }

    @Test
    void theNextChange_takesItOut() throws Exception {
        ConfigFixture config = new ConfigFixture(directory, OLD);

        config.load().set(KeyPath.parse("updates.keep_versions"), "4");

        assertEquals("# mine\n[updates]\nchannel = \"beta\"\nkeep_versions = 4\n[updates.schedule]\n", config.text());
        assertEquals(List.of(), config.settings().remarks(AppName.CCO));
    }

    @Test
    void aFileThatNamesItsVersion_mayNotHaveIt() throws Exception {
        new ConfigFixture(directory, "version = 1\nupdates.schedule.last_check = 'x'\n")
                .assertRefused(2, "unknown key updates.schedule.last_check");
    }
}
