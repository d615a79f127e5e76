package cco.core.tuf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        "A, a, false"
    })
    void wildcards_neverMatchASlash(String glob, String path, boolean matches) {
        assertEquals(matches, PathPattern.of(glob).matches(path));
    }

    /** As fnmatch(3) does for one segment. */
    @ParameterizedTest
    @CsvSource({
        "[ab], a, true",
        "[ab], c, false",
        "[ab], [ab], false",
        "[ab], ], false",
        "[!a], !, true",
        "[!a], [, true",
        "[a-c]x, bx, true",
        "[a-c]x, dx, false",
        "[!a-c]x, dx, true",
        "[!a-c]x, bx, false",
        "v[0-9]*, v1.0, true",
        "v[0-9]*, vx, false",
        "[]a], ], true",
        "[]a], a, true",
        "[!]a], ], false",
        "[!]a], b, true",
        "[a-], -, true",
        "[-a], -, true",
        "[c-a], b, false",
        "[a, [a, true",
        "[a, a, false",
        "[], [], true",
        "[*], *, true",
        "[*], a, false",
        "[a/b], a, false",
        "[a/b], [a/b], true",
        "[!a]b, /b, false",
        "'[^a]', ^, true",
        "a[, a[, true"
    })
    void characterSets_matchOneCharacter(String glob, String path, boolean matches) {
        assertEquals(matches, PathPattern.of(glob).matches(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"?", "[\ud83d\ude00-\ud83d\ude0f]", "[!a]", "*"})
    void characterOutsideTheBmp_isOneCharacter(String glob) {
        assertEquals(true, PathPattern.of(glob).matches("\ud83d\ude00"));
        assertEquals(glob.equals("*"), PathPattern.of(glob).matches("\ud83d\ude00\ud83d\ude00"));
    }

    @Tag("sweep")
    @Test
    void manyStars_takeNoTime() {
        PathPattern pattern = PathPattern.of("*a".repeat(2_000) + "b");

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertFalse(pattern.matches("a".repeat(10_000))));
    }
}
