package cco.core.error;

import java.util.Objects;

/**
 * An error of the engine, in words for the user.
 *
 * <p>The message says what failed, on which object and why; the hint names one thing that the user can do. Both are in
 * lower case, without a full stop.
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

    /** {@return what the user can do about it} */
    public final String hint() {
        return hint;
    }
}
