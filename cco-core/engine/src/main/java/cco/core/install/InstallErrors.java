package cco.core.install;

import cco.core.disk.IoReason;
import cco.core.error.InstallException;

/** Turns exceptions of the file system or an installer into errors for the user. */
final class InstallErrors {

    private InstallErrors() {}

    /** Creates an error from the failed action, its cause and a hint. */
    static InstallException of(String what, Exception cause, String hint) {
        return new InstallException(IoReason.explain(what, cause), hint, cause);
    }
}
