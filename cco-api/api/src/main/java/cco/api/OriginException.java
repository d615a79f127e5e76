package cco.api;

import java.io.IOException;

/**
 * A failure of an origin that its source can explain, with what the user can do about it. The host tells both instead
 * of words of its own.
 */
public final class OriginException extends IOException {

    private static final long serialVersionUID = 1;

    private final String hint;

    /**
     * @param message what happened and why, lower case, no full stop, nothing secret
     * @param hint what to do, likewise
     */
    public OriginException(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    /** What to do. */
    public String hint() {
        return hint;
    }
}
