package cco.core.model;

import java.time.Instant;
import java.util.Locale;

/**
 * The decision to keep an app at a version. Only updates to a named version are possible until it ends.
 *
 * @param version the version to keep
 * @param since when it started
 * @param cause what started it
 */
public record Hold(Version version, Instant since, Cause cause) {

    /** What can start a hold. */
    public enum Cause {
        /** The user asked for the hold. */
        REQUEST("you ran `cco hold`"),
        /** The user switched back to an earlier version. */
        ROLLBACK("you rolled back"),
        /** The user installed a version by its number. */
        VERSION("you chose this version");

        private final String reason;

        Cause(String reason) {
            this.reason = reason;
        }

        /** {@return the cause as part of a sentence} */
        public String reason() {
            return reason;
        }

        /** The word in the state file. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
