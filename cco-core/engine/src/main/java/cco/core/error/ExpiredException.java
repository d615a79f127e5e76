package cco.core.error;

/** A signature or metadata has expired: the publisher has to renew it, or a clock is wrong. Exit code 4. */
public final class ExpiredException extends VerificationException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error without a cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     */
    public ExpiredException(String message, String hint) {
        super(message, hint);
    }
}
