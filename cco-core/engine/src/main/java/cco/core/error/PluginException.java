package cco.core.error;

/** A required plugin is missing or was refused. Exit code 8. */
public final class PluginException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public PluginException(String message, String hint) {
        super(message, hint, null);
    }

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public PluginException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
