package cco.core.install;

import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import java.nio.file.FileSystemException;

/** Turns exceptions of the file system or an installer into errors for the user. */
final class InstallErrors {

    private InstallErrors() {}

    /** Creates an error from the failed action, its cause and a hint. */
    static InstallException of(String what, Exception cause, String hint) {
        String reason = names(what, cause) ? IoReason.brief(cause) : IoReason.of(cause);
        return new InstallException(what + ": " + reason, hint, cause);
    }

    /** Whether the message names the file already; a new version of a file is renamed to it. */
    private static boolean names(String what, Exception cause) {
        if (!(cause instanceof FileSystemException failure) || failure.getFile() == null) {
            return false;
        }
        return what.endsWith(failure.getOtherFile() == null ? failure.getFile() : failure.getOtherFile());
    }
}
