package cco.cli.parse;

import cco.core.model.Version;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** A version as people type it: with or without a leading {@code v}, and sometimes not in the form of SemVer. */
final class VersionWord {

    private static final int NUMBERS = 3;

    private VersionWord() {}

    static Version parse(String word) {
        return Version.of(withoutPrefix(word));
    }

    /** What to type in place of a word that is not a version; nothing if no advice is possible. */
    static Optional<String> hint(String word) {
        String text = withoutPrefix(word);
        String core = text.split("[-+]", 2)[0];
        if (!core.matches("[0-9]{1,9}(\\.[0-9]{1,9})*")) {
            return Optional.empty();
        }
        String[] numbers = core.split("\\.");
        if (numbers.length > NUMBERS) {
            return Optional.of("a version has three numbers (see semver.org), such as 1.2.3");
        }
        String plain = Arrays.stream(numbers)
                .map(number -> Integer.valueOf(number).toString())
                .collect(Collectors.joining("."));
        String corrected = plain + ".0".repeat(NUMBERS - numbers.length) + text.substring(core.length());
        try {
            return Optional.of("a version has three numbers without leading zeros (see semver.org): write "
                    + Version.of(corrected));
        } catch (IllegalArgumentException stillWrong) {
            return Optional.empty();
        }
    }

    private static String withoutPrefix(String word) {
        return word.matches("[vV][0-9].*") ? word.substring(1) : word;
    }
}
