package cco.verifier.gpg;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** A signature or a keyring that is refused; the message is for the user: lower case, no full stop. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1;

    RefusedException(String reason) {
        super(reason);
    }

    RefusedException(String reason, Throwable cause) {
        super(reason, cause);
    }

    /** A time in a message, to the minute: {@code 2026-01-31 10:00 UTC}. */
    static String utc(Instant time) {
        return LocalDateTime.ofInstant(time.truncatedTo(ChronoUnit.MINUTES), ZoneOffset.UTC)
                        .toString()
                        .replace('T', ' ')
                + " UTC";
    }
}
