package cco.core.error;

/** Another process holds the lock of the app. Exit code 6. */
public final class BusyException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public BusyException(String message, String hint) {
        super(message, hint, null);
    }
}
