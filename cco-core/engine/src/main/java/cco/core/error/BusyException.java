package cco.core.error;

/** Another process holds the app's lock. */
public final class BusyException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public BusyException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public BusyException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
