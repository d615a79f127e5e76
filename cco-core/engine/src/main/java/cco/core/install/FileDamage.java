package cco.core.install;

/**
 * A damaged file of an installed version.
 *
 * @param path relative to the version's folder, with slashes
 * @param kind the damage
 */
public record FileDamage(String path, Kind kind) {

    /** The kinds of damage. */
    public enum Kind {
        MISSING("is missing"),
        CHANGED("has changed"),
        NOT_EXECUTABLE("is no longer executable");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    @Override
    public String toString() {
        return path + " " + kind.words;
    }
}
