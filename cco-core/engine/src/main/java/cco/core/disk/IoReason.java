package cco.core.disk;

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
 * Says in words why a file could not be used, here or on a server: the messages of Java's exceptions are often only the
 * file's name. The reason is a part of a sentence, without a full stop. What a server put into it cannot steer the
 * terminal.
 */
public final class IoReason {

    private static final int MAX_LENGTH = 600;

    private IoReason() {}

    /** The reason, with the file that it is about. */
    public static String of(Exception failure) {
        return switch (failure) {
            case AccessDeniedException e -> "no permission for " + e.getFile();
            case NoSuchFileException e -> "there is no " + e.getFile();
            case FileAlreadyExistsException e -> "there already is " + e.getFile();
            case NotDirectoryException e -> e.getFile() + " is not a folder";
            case DirectoryNotEmptyException e -> e.getFile() + " is not empty";
            case FileSystemException e -> e.getMessage();
            default -> other(failure);
        };
    }

    /** The reason alone, for a message that names the file already. */
    public static String brief(Exception failure) {
        return switch (failure) {
            case AccessDeniedException _ -> "no permission";
            case NoSuchFileException e when e.getReason() == null -> "no such file";
            case FileSystemException e when e.getReason() != null -> plain(e.getReason());
            default -> other(failure);
        };
    }

    private static String other(Exception failure) {
        return switch (failure) {
            case UnknownHostException e -> "unknown host " + plain(e.getMessage());
            case SSLException e -> "no trusted connection: " + plain(e.getMessage());
            default -> plain(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        };
    }

    /** One line without control characters, beginning in lower case. */
    public static String plain(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        String cut = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
        boolean word = cut.length() > 1 && Character.isLowerCase(cut.charAt(1));
        return word ? cut.substring(0, 1).toLowerCase(Locale.ROOT) + cut.substring(1) : cut;
    }
}
