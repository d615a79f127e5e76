package cco.api;

import java.io.IOException;

/**
 * A failure of an origin that its source can explain.
 *
 * <p>The host shows its message and hint instead of its own.
 */
public final class OriginException extends IOException {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * Creates an exception with a hint for the user.
     *
     * @param message what failed and why, in lower case, without a full stop and without secrets
     * @param hint what the user can do, in the same form
     * @param cause the failure behind it
     */
    public OriginException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** {@return what the user can do} */
    public String hint() {
        return hint;
    }
}
