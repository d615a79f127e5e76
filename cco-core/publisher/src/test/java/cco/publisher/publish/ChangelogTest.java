package cco.publisher.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.UsageException;
import cco.core.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangelogTest {

    @TempDir
    private Path folder;

    private String section(String text, String version) throws Exception {
        return Changelog.read(Files.writeString(folder.resolve("CHANGELOG.md"), text))
                .section(Version.of(version));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"## 1.2.0", "## [1.2.0] - 2026-01-31", "# hello v1.2.0", "### 1.2.0 (2026-01-31)", "## V1.2.0:"})
    void usualHeadings_areFound(String heading) throws Exception {
        assertEquals("- new\n", section("# Changes\n\n" + heading + "\n\n- new\n\n# 1.1.0\n- old\n", "1.2.0"));
    }

    @Test
    void partsAndCode_belongToTheSection() throws Exception {
        String text = "### Added\n\n- new\n\n```\n# 1.1.0\n```";
        assertEquals(text + "\n", section("## 1.2.0\n" + text + "\n\n## 1.1.0\n\nold\n", "1.2.0"));
    }

    @Test
    void prerelease_hasTheUnreleasedSection() throws Exception {
        String changelog = "## [Unreleased]\n\n- soon\n\n## 1.1.0\n\n- old\n";
        assertEquals("- soon\n", section(changelog, "1.2.0-rc.1"));
        assertThrows(UsageException.class, () -> section(changelog, "1.2.0"));
    }

    @Test
    void otherVersionsWithTheSameStart_areNotMeant() {
        assertThrows(UsageException.class, () -> section("## 1.2.0-rc.1\n\n- x\n\n## 11.2.0\n\n- y\n", "1.2.0"));
        assertThrows(UsageException.class, () -> section("## 1.2.0\n\n## 1.1.0\n\n- old\n", "1.2.0"));
    }
}
