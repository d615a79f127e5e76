package cco.core.error;

/** The command line or the configuration asks for something impossible. Exit code 2. */
public final class UsageException extends CcoException {

    private static final long serialVersionUID = 1;

    /** Creates an error without a cause. */
    public UsageException(String message, String hint) {
        super(message, hint, null);
    }

    /** Creates an error with its cause. */
    public UsageException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
