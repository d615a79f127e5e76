package cco.core.error;

/** The app, or this copy of it, was not installed by cco, so cco leaves it alone. Exit code 7. */
public final class NotManagedException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public NotManagedException(String message, String hint) {
        super(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public NotManagedException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
