package cco.core.error;

import java.time.Duration;
import java.util.Optional;

/** A source is unreachable or serves malformed files; trying again later may help. Exit code 3. */
public final class SourceException extends CcoException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /** Creates an error without a cause. */
    public SourceException(String message, String hint) {
        this(message, hint, null);
    }

    /** Creates an error with its cause. */
    public SourceException(String message, String hint, Throwable cause) {
        this(message, hint, Optional.empty(), cause);
    }

    /**
     * Creates an error of a server that has asked for a pause.
     *
     * @param retryAfter the pause
     */
    public SourceException(String message, String hint, Optional<Duration> retryAfter, Throwable cause) {
        super(message, hint, cause);
        this.retryAfter = retryAfter.orElse(null);
    }

    /** The pause that the server has asked for. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
