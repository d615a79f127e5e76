package cco.core.install;

import cco.core.error.InstallException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Turns an exception from the file system or from an installer into words: Java's own often name the file alone. */
final class Failure {

    private Failure() {}

    /** What could not be done, and why. */
    static InstallException of(String what, Exception cause, String hint) {
        return new InstallException(what + ": " + reason(cause), hint, cause);
    }

    static String reason(Exception cause) {
        return switch (cause) {
            case AccessDeniedException e -> "permission denied: " + e.getFile();
            case NoSuchFileException e -> "no such file or folder: " + e.getFile();
            case NotDirectoryException e -> "not a folder: " + e.getFile();
            case DirectoryNotEmptyException e -> "folder is not empty: " + e.getFile();
            case FileAlreadyExistsException e -> "already there: " + e.getFile();
            case FileSystemException e -> e.getMessage();
            default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        };
    }
}
