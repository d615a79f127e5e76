package cco.core.error;

/** Something is not what its publisher signed; trying again does not help. Exit code 4. */
public sealed class VerificationException extends CcoException permits ExpiredException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public VerificationException(String message, String hint) {
        super(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public VerificationException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
