package cco.core.error;

/** The app was not installed by cco, or this copy of it was not, so it is not cco's to change. */
public final class NotManagedException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public NotManagedException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public NotManagedException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
