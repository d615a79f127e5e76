package cco.core.tuf;

import cco.core.error.ExpiredException;
import cco.core.error.VerificationException;
import cco.core.model.Printable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The words in which metadata is refused: which file, which attack or accident, and what the user can do. */
public final class MetadataErrors {

    private static final String TELL = "do not install from this source; tell the publisher";
    private static final String CLOCK = "check this machine's clock; if it is right, tell the publisher";
    private static final String BEHIND =
            "if the source is a mirror, it may be behind: try another; otherwise tell the publisher";

    private MetadataErrors() {}

    static VerificationException malformed(String file, Exception cause) {
        return new VerificationException(
                file + " is not valid metadata: " + Printable.of(cause.getMessage()), TELL, cause);
    }

    static VerificationException untrusted(String file, String reason) {
        return new VerificationException(file + " cannot be trusted: " + Printable.of(reason), TELL);
    }

    public static ExpiredException expired(String file, Instant expiry, Instant now) {
        Instant second = now.truncatedTo(ChronoUnit.SECONDS);
        return new ExpiredException(file + " expired at " + expiry + "; it is " + second + " now", CLOCK);
    }

    static VerificationException rolledBack(String file, String what, long version, long trusted) {
        return new VerificationException(
                file + " goes back to version " + version + " of " + Printable.of(what) + "; version " + trusted
                        + " was seen before",
                BEHIND);
    }

    static VerificationException mixed(String file, String reason) {
        return new VerificationException(
                file + " does not belong to this state of the repository: " + Printable.of(reason), BEHIND);
    }
}
