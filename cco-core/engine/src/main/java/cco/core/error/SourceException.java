package cco.core.error;

import java.time.Duration;
import java.util.Optional;

/** A source is unreachable or serves malformed files; trying again later may help. Exit code 3. */
public final class SourceException extends CcoException {

    private static final long serialVersionUID = 1;

    private final Duration retryAfter;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public SourceException(String message, String hint) {
        this(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public SourceException(String message, String hint, Throwable cause) {
        this(message, hint, Optional.empty(), cause);
    }

    /**
     * Creates an error of a server that has asked for a pause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param retryAfter the pause
     * @param cause the failure behind it
     */
    public SourceException(String message, String hint, Optional<Duration> retryAfter, Throwable cause) {
        super(message, hint, cause);
        this.retryAfter = retryAfter.orElse(null);
    }

    /** {@return the pause that the server has asked for} */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
