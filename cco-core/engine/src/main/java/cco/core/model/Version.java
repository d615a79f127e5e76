package cco.core.model;

import org.semver4j.Semver;

/** A version (Semantic Versioning 2.0.0, ordered by section 11). Versions are equal if their texts are. */
public final class Version implements Comparable<Version> {

    private static final int MAX_LENGTH = 100;

    private final Semver semver;

    private Version(Semver semver) {
        this.semver = semver;
    }

    /**
     * Parses a version as in a manifest, without a leading {@code v}.
     *
     * @param text the version, such as {@code 1.2.0-beta.1}, at most 100 characters
     * @return the version with exactly this text
     * @throws IllegalArgumentException if the text is not a version, or too long for a folder name
     */
    public static Version of(String text) {
        Semver semver = text.length() > MAX_LENGTH ? null : Semver.parse(text);
        if (semver == null || !semver.getVersion().equals(text)) {
            throw new IllegalArgumentException("not a version (SemVer 2.0): " + text);
        }
        return new Version(semver);
    }

    /** {@return whether the version is a pre-release} */
    public boolean isPrerelease() {
        return !semver.getPreRelease().isEmpty();
    }

    @Override
    public int compareTo(Version other) {
        int order = semver.compareTo(other.semver);
        return order != 0 ? order : toString().compareTo(other.toString());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Version version && toString().equals(version.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    @Override
    public String toString() {
        return semver.getVersion();
    }
}
