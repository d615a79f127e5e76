package cco.core.tuf;

import cco.core.error.ExpiredException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.Printable;
import cco.core.model.UtcTime;
import java.time.Instant;

/** The messages about refused metadata: which file, why, and what the user can do. */
public final class MetadataErrors {

    private static final String REFUSED_HINT = "do not install from this source; tell the publisher";
    private static final String CLOCK_HINT = "check this machine's clock; if it is right, tell the publisher";
    private static final String STALE_HINT =
            "if the source is a mirror, it may be behind: try another; otherwise tell the publisher";
    private static final String BROKEN_HINT = "if the source is a mirror, try another; otherwise tell the publisher";

    private MetadataErrors() {}

    /** A file that cannot be parsed: an accident more often than an attack. */
    static SourceException malformed(String file, Exception cause) {
        return new SourceException(
                file + " is not valid metadata: " + Printable.of(cause.getMessage()), BROKEN_HINT, cause);
    }

    /** A file whose signed part breaks a rule of the specification. */
    static VerificationException invalid(String file, Exception cause) {
        return new VerificationException(
                file + " is not valid metadata: " + Printable.of(cause.getMessage()), REFUSED_HINT, cause);
    }

    static VerificationException untrusted(String file, String reason) {
        return new VerificationException(file + " cannot be trusted: " + Printable.of(reason), REFUSED_HINT);
    }

    /**
     * Creates an error for expired metadata.
     *
     * @param file the name of the file
     * @param expiry when it expired
     * @param now the current time
     * @return the error
     */
    public static ExpiredException expired(String file, Instant expiry, Instant now) {
        return new ExpiredException(
                file + " expired at " + UtcTime.minute(expiry) + "; it is " + UtcTime.minute(now) + " now", CLOCK_HINT);
    }

    /** No signature at all is valid: more often than an attack, the keys are those of another repository. */
    static VerificationException unsigned(String file, long threshold, RoleName role) {
        return new VerificationException(
                file + " cannot be trusted: 0 of the " + threshold + " signatures that the role "
                        + Printable.of(role.value()) + " needs are valid",
                "check that the pinned root is the one of this source; if it is, do not install from the source, "
                        + "and tell the publisher");
    }

    static VerificationException rolledBack(String file, String what, long version, long trusted) {
        return new VerificationException(
                file + " goes back to version " + version + " of " + Printable.of(what) + "; version " + trusted
                        + " was seen before",
                STALE_HINT);
    }

    static VerificationException mixed(String file, String reason) {
        return new VerificationException(
                file + " does not belong to this state of the repository: " + Printable.of(reason), STALE_HINT);
    }
}
