package cco.core.error;

/** Putting a version in its place failed. The version that was current before still is. */
public final class InstallException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public InstallException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public InstallException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
