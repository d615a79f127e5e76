package cco.core.install;

import cco.core.disk.IoReason;
import cco.core.error.InstallException;

/** Turns an exception from the file system or from an installer into an error for the user. */
final class InstallErrors {

    private InstallErrors() {}

    /** What could not be done, and why. */
    static InstallException of(String what, Exception cause, String hint) {
        return new InstallException(what + ": " + IoReason.of(cause), hint, cause);
    }
}
