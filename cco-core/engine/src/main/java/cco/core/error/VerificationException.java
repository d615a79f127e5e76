package cco.core.error;

/** Something was refused because it is not what the publisher vouched for. Trying again does not help. */
public sealed class VerificationException extends CcoException permits ExpiredException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public VerificationException(String message, String hint) {
        this(message, hint, null);
    }

    /** An error that was caused by another. */
    public VerificationException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
