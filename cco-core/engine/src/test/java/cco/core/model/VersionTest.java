package cco.core.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.semver4j.Semver;

class VersionTest {

    /** SemVer 2.0.0, section 11, and numbers of pre-releases that no Java number holds. */
    private static final List<String> ASCENDING = List.of(
            "0.0.0",
            "1.0.0-0",
            "1.0.0-9",
            "1.0.0-10",
            "1.0.0-99999999999999999998",
            "1.0.0-99999999999999999999",
            "1.0.0--",
            "1.0.0-1a",
            "1.0.0-ALPHA",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.0+1",
            "1.0.0+2",
            "2.0.0",
            "2.1.0",
            "2.1.1",
            "10.0.0",
            "2147483647.0.0");

    @Test
    void versions_areOrderedAsSemVerSays() {
        List<Version> versions =
                new ArrayList<>(ASCENDING.stream().map(Version::of).toList());
        Collections.shuffle(versions, new Random(1));
        Collections.sort(versions);
        assertEquals(ASCENDING, versions.stream().map(Version::toString).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.0",
                "1.0.0.0",
                "v1.0.0",
                " 1.0.0",
                "1.0.0\n",
                "01.0.0",
                "1.00.0",
                "1.0.-1",
                "1..0",
                "1.0.0-",
                "1.0.0-a..b",
                "1.0.0-01",
                "1.0.0-é",
                "1.0.0+",
                "1.0.0+a+b",
                "1.0.0+é",
                "1.0.0-a_b",
                "٣.0.0",
                "1.0.0/..",
                "-1.0.0",
                "2147483648.0.0",
                "1.0.x"
            })
    void textThatIsNoVersion_isRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Version.of(text));
    }

    @Test
    void textThatIsTooLongForAFolder_isRefused() {
        String longest = "1.0.0-" + "a".repeat(94);
        assertEquals(longest, Version.of(longest).toString());
        assertThrows(IllegalArgumentException.class, () -> Version.of(longest + "a"));
    }

    /** An independent reader, whose numbers end at 2^31; its order of pre-releases is not that of section 11. */
    @Test
    void versions_areReadAsBySemver4j() {
        List<String> words = List.of("0", "1", "2", "10", "01", "a", "A", "a1", "1a", "-", "", "+", "alpha", "x.y");
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder("1.0.").append(random.nextInt(2));
            for (String mark : List.of("-", ".", "+", ".")) {
                if (random.nextInt(3) > 0) {
                    text.append(mark).append(words.get(random.nextInt(words.size())));
                }
            }
            Semver reference = Semver.parse(text.toString());
            if (reference == null) {
                assertThrows(IllegalArgumentException.class, () -> Version.of(text.toString()), text::toString);
            } else {
                Version read = Version.of(text.toString());
                assertEquals(!reference.getPreRelease().isEmpty(), read.isPrerelease(), text::toString);
            }
        }
    }
}
