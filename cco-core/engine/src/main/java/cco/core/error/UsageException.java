package cco.core.error;

/** What the user asked for, on the command line or in the configuration, cannot be done. */
public final class UsageException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public UsageException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public UsageException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
