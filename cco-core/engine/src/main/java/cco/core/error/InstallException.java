package cco.core.error;

/** An installation failed; the version that was current before still is. Exit code 5. */
public final class InstallException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public InstallException(String message, String hint) {
        super(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public InstallException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
