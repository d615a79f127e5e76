package cco.core.error;

/** Something was refused only because its time is over: its publisher has to vouch for it anew, or a clock is wrong. */
public final class ExpiredException extends VerificationException {

    private static final long serialVersionUID = 1;

    /** An error whose reason is in the message. */
    public ExpiredException(String message, String hint) {
        super(message, hint);
    }
}
