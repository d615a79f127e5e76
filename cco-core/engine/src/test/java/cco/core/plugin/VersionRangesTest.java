package cco.core.plugin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.semver4j.Semver;

class VersionRangesTest {

    @ParameterizedTest
    @CsvSource({
        "1.0.0, ^1.0.0, true",
        "1.3.1, ^1.2.9, true",
        "1.2.0, ^1.2.1, false",
        "2.0.0, ^1.2.0, false",
        "1.2.0, ^2.0.0, false",
        "0.3.0, ^0.2.0, false",
        "1.3.0-rc.1, ^1.2.0, false",
        "1.2.0-rc.2, ^1.2.0-rc.1, true",
        "1.4.0, ^1.2, true",
        "1.2.3, >=1.2.0 <2.0.0, true"
    })
    void theUsualRange_isJudgedAsRangesInGeneralAre(String version, String range, boolean expected) {
        assertTrue(VersionRanges.isRange(range));
        assertEquals(expected, new VersionRanges().checkVersionConstraint(version, range));
        assertEquals(expected, Semver.parse(version).satisfies(range));
    }
}
