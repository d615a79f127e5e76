package cco.core.model;

import java.util.List;

/**
 * A version (Semantic Versioning 2.0.0, ordered by section 11). Versions are equal if their texts are.
 *
 * <p>Every command reads versions before it does anything else, so this class needs neither regular expressions nor a
 * locale. The three numbers end at 2^31 - 1, because earlier versions of cco refuse a manifest with larger ones.
 */
public final class Version implements Comparable<Version> {

    private static final int MAX_LENGTH = 100;
    private static final int NUMBERS = 3;
    private static final int MAX_DIGITS = 10;

    private final String text;
    private final List<String> numbers;
    private final List<String> prerelease;

    private Version(String text, List<String> numbers, List<String> prerelease) {
        this.text = text;
        this.numbers = numbers;
        this.prerelease = prerelease;
    }

    /**
     * Parses a version as in a manifest, without a leading {@code v}.
     *
     * @param text the version, such as {@code 1.2.0-beta.1}, at most 100 characters
     * @return the version with exactly this text
     * @throws IllegalArgumentException if the text is not a version, or too long for a folder name
     */
    public static Version of(String text) {
        if (text.length() > MAX_LENGTH) {
            throw refused(text);
        }
        int plus = text.indexOf('+');
        String ordered = plus < 0 ? text : text.substring(0, plus);
        int dash = ordered.indexOf('-');
        List<String> numbers = identifiers(dash < 0 ? ordered : ordered.substring(0, dash));
        List<String> prerelease = dash < 0 ? List.of() : identifiers(ordered.substring(dash + 1));
        List<String> build = plus < 0 ? List.of() : identifiers(text.substring(plus + 1));
        boolean valid = numbers.size() == NUMBERS
                && numbers.stream().allMatch(Version::isVersionNumber)
                && prerelease.stream().allMatch(Version::isPrereleaseIdentifier)
                && build.stream().allMatch(Version::isIdentifier);
        if (!valid) {
            throw refused(text);
        }
        return new Version(text, numbers, prerelease);
    }

    private static IllegalArgumentException refused(String text) {
        return new IllegalArgumentException("not a version (SemVer 2.0): " + text);
    }

    private static List<String> identifiers(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    private static boolean isVersionNumber(String word) {
        return isNumber(word)
                && !hasLeadingZero(word)
                && word.length() <= MAX_DIGITS
                && Long.parseLong(word) <= Integer.MAX_VALUE;
    }

    private static boolean isPrereleaseIdentifier(String word) {
        return isIdentifier(word) && !(isNumber(word) && hasLeadingZero(word));
    }

    private static boolean isIdentifier(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (!isDigit(c) && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && c != '-') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private static boolean isNumber(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isDigit(word.charAt(i))) {
                return false;
            }
        }
        return !word.isEmpty();
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean hasLeadingZero(String number) {
        return number.length() > 1 && number.charAt(0) == '0';
    }

    /** {@return whether the version is a pre-release} */
    public boolean isPrerelease() {
        return !prerelease.isEmpty();
    }

    /** SemVer 2.0.0, section 11; versions that differ only in their build metadata are ordered by their texts. */
    @Override
    public int compareTo(Version other) {
        int order = compare(numbers, other.numbers);
        if (order == 0) {
            order = isPrerelease() && other.isPrerelease()
                    ? compare(prerelease, other.prerelease)
                    : Boolean.compare(other.isPrerelease(), isPrerelease());
        }
        return order != 0 ? order : text.compareTo(other.text);
    }

    private static int compare(List<String> words, List<String> others) {
        for (int i = 0; i < Math.min(words.size(), others.size()); i++) {
            int order = compare(words.get(i), others.get(i));
            if (order != 0) {
                return order;
            }
        }
        return words.size() - others.size();
    }

    /** Numbers come before words. Without leading zeros, the longer number is the larger one. */
    private static int compare(String word, String other) {
        if (isNumber(word) != isNumber(other)) {
            return isNumber(word) ? -1 : 1;
        }
        boolean byLength = isNumber(word) && word.length() != other.length();
        return byLength ? word.length() - other.length() : word.compareTo(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && text.equals(version.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
