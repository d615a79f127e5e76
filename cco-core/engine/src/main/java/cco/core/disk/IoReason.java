package cco.core.disk;

import cco.core.model.Printable;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/**
 * Explains in words why a file, here or on a server, cannot be used.
 *
 * <p>The messages of Java's exceptions are often only a file name or missing. The result is part of a sentence:
 * printable text in lower case, without a full stop and without the name of a Java class.
 */
public final class IoReason {

    private IoReason() {}

    /**
     * The message for something that failed, which names each file once.
     *
     * @param what failed, such as {@code cannot write the journal /home/me/journal.json}
     * @param failure the reason
     * @return both, with a colon between them
     */
    public static String explain(String what, Throwable failure) {
        boolean isNamed = failure instanceof FileSystemException e && e.getFile() != null && what.endsWith(file(e));
        return what + ": " + (isNamed ? brief(failure) : of(failure));
    }

    /** A rename puts a new file, whose temporary name tells nobody anything, in the place of another. */
    private static String file(FileSystemException failure) {
        return failure.getOtherFile() == null ? TemporaryName.lasting(failure.getFile()) : failure.getOtherFile();
    }

    /** The reason with the file that it is about. */
    public static String of(Throwable failure) {
        return switch (failure) {
            case AccessDeniedException e -> "no permission for " + TemporaryName.lasting(e.getFile());
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileAlreadyExistsException e -> "there already is " + e.getFile();
            case NotDirectoryException e -> e.getFile() + " is not a folder";
            case DirectoryNotEmptyException e -> e.getFile() + " is not empty";
            case FileSystemException e when e.getReason() != null -> file(e) + ": " + plain(e.getReason());
            case FileSystemException e -> e.getMessage();
            default -> other(failure);
        };
    }

    /** The reason alone, for a message that already names the file. */
    public static String brief(Throwable failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException e when e.getReason() == null -> "no such file";
            case FileAlreadyExistsException _ -> "it already exists";
            case NotDirectoryException _ -> "not a folder";
            case DirectoryNotEmptyException _ -> "the folder is not empty";
            case FileSystemException e when e.getReason() != null -> plain(e.getReason());
            default -> other(failure);
        };
    }

    private static String other(Throwable failure) {
        return switch (failure) {
            case UnknownHostException e -> "unknown host " + plain(e.getMessage());
            case SSLException e -> "no trusted connection: " + plain(e.getMessage());
            default -> failure.getMessage() == null ? kind(failure) : plain(ofProgram(failure.getMessage()));
        };
    }

    /** A program that cannot be started is named twice by Java, before a number and the reason in parentheses. */
    private static String ofProgram(String message) {
        String text = message.strip();
        int reason = text.lastIndexOf(" (");
        return text.startsWith("Cannot run program ") && text.endsWith(")") && reason > 0
                ? text.substring(reason + 2, text.length() - 1)
                : message;
    }

    /** An exception without a message has only its type to say: EOFException becomes "eof". */
    private static String kind(Throwable failure) {
        return failure.getClass()
                .getSimpleName()
                .replaceAll("(Exception|Error)$", "")
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT);
    }

    /** Makes foreign text fit into a sentence: printable, on one line, beginning in lower case. */
    public static String plain(String text) {
        String line = Printable.of(String.valueOf(text));
        boolean word = line.length() > 1 && Character.isLowerCase(line.charAt(1));
        return word ? line.substring(0, 1).toLowerCase(Locale.ROOT) + line.substring(1) : line;
    }
}
