package cco.core.install;

/**
 * A file of an installed version that is not as it was installed.
 *
 * @param path relative to the version's folder, with slashes
 * @param kind what is wrong with it
 */
public record FileDamage(String path, Kind kind) {

    /** What can be wrong with a file. */
    public enum Kind {
        MISSING("is missing"),
        CHANGED("has changed"),
        NOT_EXECUTABLE("is not executable any more");

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
