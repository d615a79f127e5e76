package cco.core.error;

/** A file or folder outside an installation cannot be read or written. Exit code 9. */
public final class StorageException extends CcoException {

    private static final long serialVersionUID = 1;

    /**
     * Creates an error with its cause.
     *
     * @param message what failed and why
     * @param hint what the user can do
     * @param cause the failure behind it
     */
    public StorageException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
