package cco.core.delta;

/** A delta that does not lead from the installed version to the new one. The whole archive does. */
public final class DeltaException extends Exception {

    private static final long serialVersionUID = 1;

    /** Creates an exception whose message says what does not fit, in lower case. */
    public DeltaException(String message) {
        super(message);
    }

    /** Creates an exception with its cause. */
    public DeltaException(String message, Throwable cause) {
        super(message, cause);
    }
}
