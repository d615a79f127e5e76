package cco.core.error;

import java.util.Objects;

/**
 * Anything that can go wrong in the engine, in words for the user: the message tells what happened, the hint what to do
 * about it. Both are lower case without a full stop.
 */
public abstract sealed class CcoException extends Exception
        permits UsageException,
                SourceException,
                VerificationException,
                InstallException,
                BusyException,
                NotManagedException,
                PluginException,
                StorageException {

    private static final long serialVersionUID = 1;

    private final String hint;

    CcoException(String message, String hint, Throwable cause) {
        super(Objects.requireNonNull(message), cause);
        this.hint = Objects.requireNonNull(hint);
    }

    /** What the user can do about it. */
    public final String hint() {
        return hint;
    }
}
