package cco.core.error;

/** A plugin that is needed is missing or was refused. */
public final class PluginException extends CcoException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public PluginException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public PluginException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
