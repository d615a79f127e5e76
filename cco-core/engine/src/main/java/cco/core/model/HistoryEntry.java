package cco.core.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One change of an app's current version.
 *
 * @param time when it happened
 * @param kind what happened
 * @param from the version before, or nothing for a new app
 * @param to the current version since then
 * @param source the source of the new version
 * @param by the user, or {@code background} for an unattended update
 */
public record HistoryEntry(Instant time, Kind kind, Optional<Version> from, Version to, String source, String by) {

    /** What can happen to an app. */
    public enum Kind {
        /** The app was installed. */
        INSTALLED("installed"),
        /** The app was updated. */
        UPDATED("updated"),
        /** An older version was installed. */
        DOWNGRADED("downgraded"),
        /** A version that was still installed became current again. */
        SWITCHED("switched"),
        /** The same version was installed again. */
        REPAIRED("repaired");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /**
         * {@return the kind of an installation by its two versions}
         *
         * @param from the version before; empty for a new app
         * @param to the installed version
         */
        public static Kind of(Optional<Version> from, Version to) {
            if (from.isEmpty()) {
                return INSTALLED;
            }
            int order = to.compareTo(from.get());
            return order == 0 ? REPAIRED : order > 0 ? UPDATED : DOWNGRADED;
        }

        /** The word in the file and in events. */
        @Override
        public String toString() {
            return word;
        }
    }
}
