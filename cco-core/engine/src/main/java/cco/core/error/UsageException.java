package cco.core.error;

/** The command line or the configuration asks for something impossible. Exit code 2. */
public final class UsageException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public UsageException(String message, String hint) {
        super(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public UsageException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
