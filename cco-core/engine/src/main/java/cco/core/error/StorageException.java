package cco.core.error;

/** A file or folder outside an installation that cannot be written, such as a publisher's folder or a configuration. */
public final class StorageException extends CcoException {

    private static final long serialVersionUID = 1;

    /** Creates an error from the message, the hint and the failure of the file system. */
    public StorageException(String message, String hint, Throwable cause) {
        super(message, hint, cause);
    }
}
