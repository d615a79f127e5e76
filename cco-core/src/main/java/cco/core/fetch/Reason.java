package cco.core.fetch;

import java.io.IOException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;
import javax.net.ssl.SSLException;

/** Says in plain words why reading failed. What a server put into a message cannot steer the terminal. */
final class Reason {

    private static final int MAX_LENGTH = 300;

    private Reason() {}

    static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException e when e.getReason() == null -> "no such file";
            case AccessDeniedException _ -> "access denied";
            case FileSystemException e when e.getReason() != null -> plain(e.getReason());
            case UnknownHostException e -> "unknown host " + plain(e.getMessage());
            case SSLException e -> "no trusted connection: " + plain(e.getMessage());
            default -> plain(failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage());
        };
    }

    /** One line without control characters, beginning in lower case. */
    static String plain(String text) {
        String line = String.valueOf(text).replaceAll("\\p{Cntrl}|\\p{Cf}", "?");
        String cut = line.length() > MAX_LENGTH ? line.substring(0, MAX_LENGTH) : line;
        boolean word = cut.length() > 1 && Character.isLowerCase(cut.charAt(1));
        return word ? cut.substring(0, 1).toLowerCase(Locale.ROOT) + cut.substring(1) : cut;
    }
}
