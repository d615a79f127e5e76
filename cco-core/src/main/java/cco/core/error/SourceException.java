package cco.core.error;

/** A source cannot be reached, or what it serves cannot be read. Trying again later may help. */
public final class SourceException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public SourceException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public SourceException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
