package cco.core.model;

import org.semver4j.Semver;

/** A version by Semantic Versioning 2.0.0, ordered by its section 11. Equal only if the texts are. */
public final class Version implements Comparable<Version> {

    private static final int MAX_LENGTH = 100;

    private final Semver semver;

    private Version(Semver semver) {
        this.semver = semver;
    }

    /**
     * Reads a version as it stands in a manifest, without a leading {@code v}.
     *
     * @throws IllegalArgumentException if the text is not a version, or too long to be a folder's name
     */
    public static Version of(String text) {
        Semver semver = text.length() > MAX_LENGTH ? null : Semver.parse(text);
        if (semver == null || !semver.getVersion().equals(text)) {
            throw new IllegalArgumentException("not a version (SemVer 2.0): " + text);
        }
        return new Version(semver);
    }

    /** Whether the version is a pre-release, which only its own channel may offer. */
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
