package cco.core.error;

/** A required plugin is missing or was refused. Exit code 8. */
public final class PluginException extends CcoException {

    private static final long serialVersionUID = 1;

    /** Creates an error without a cause. */
    public PluginException(String message, String hint) {
        super(message, hint, null);
    }

    /** Creates an error with its cause. */
    public PluginException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
