package cco.core.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource({
        "targets/*.tgz, targets/foo.tgz, true",
        "targets/*.tgz, targets/foo.txt, false",
        "foo-version-?.tgz, foo-version-a.tgz, true",
        "foo-version-?.tgz, foo-version-alpha.tgz, false",
        "*.tgz, targets/foo.tgz, false",
        "*, a, true",
        "*, a/b, false",
        "*/*, a/b, true",
        "*/*, a/b/c, false",
        "*/*, /b, true",
        "a?b, a/b, false",
        "a*b*c, axbxbxc, true",
        "a*b*c, axbxbx, false",
        "*x/*y, axx/byy, true",
        "*x/*y, axx/byz, false",
        "**, a, true",
        "a*, a, true",
        "a, ab, false",
        "ab, a, false",
        "'', '', true",
        "A, a, false",
        "[a], a, false"
    })
    void wildcards_neverStandForASlash(String glob, String path, boolean matches) {
        assertEquals(matches, new PathPattern(glob).matches(path));
    }

    @Test
    void manyStars_takeNoTime() {
        PathPattern pattern = new PathPattern("*a".repeat(2_000) + "b");

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFalse(pattern.matches("a".repeat(10_000))));
    }
}
