package cco.core.error;

import java.time.Duration;
import java.util.Optional;

/** A source cannot be reached, or what it serves cannot be read. Trying again later may help. */
public final class SourceException extends CcoException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** An error whose reason is in the message. */
    public SourceException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public SourceException(String message, String hint, Throwable cause) {
        this(message, hint, Optional.empty(), cause);
    }

    /**
     * An error of a server that has said when to come again.
     *
     * @param retryAfter how long it wants to be left alone
     */
    public SourceException(String message, String hint, Optional<Duration> retryAfter, Throwable cause) {
        super(message, hint, cause);
        this.retryAfter = retryAfter.orElse(null);
    }

    /** How long a server has asked to be left alone. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
