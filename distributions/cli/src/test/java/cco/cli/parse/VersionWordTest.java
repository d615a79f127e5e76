package cco.cli.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.core.error.UsageException;
import cco.core.model.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VersionWordTest {

    private static Version convert(String word) throws UsageException {
        return Values.convert(Version.class, "--version", word, "run `cco help`");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3", "v1.2.3", "V1.2.3"})
    void leadingV_isAccepted(String word) throws UsageException {
        assertEquals("1.2.3", convert(word).toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0.16, 0.16.0",
        "v2, 2.0.0",
        "2026.01.15, 2026.1.15",
        "1.02-rc.1, 1.2.0-rc.1",
    })
    void otherForm_isCorrectedInTheHint(String word, String corrected) {
        UsageException refused = assertThrows(UsageException.class, () -> convert(word));
        assertEquals(
                "a version has three numbers without leading zeros (see semver.org): write " + corrected,
                refused.hint());
    }

    @Test
    void fourNumbers_areExplained() {
        UsageException refused = assertThrows(UsageException.class, () -> convert("1.2.3.4"));
        assertEquals("a version has three numbers (see semver.org), such as 1.2.3", refused.hint());
    }

    @Test
    void otherWord_getsTheUsualHint() {
        UsageException refused = assertThrows(UsageException.class, () -> convert("latest"));
        assertEquals("run `cco help`", refused.hint());
    }
}
