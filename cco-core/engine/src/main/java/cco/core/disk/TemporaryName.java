package cco.core.disk;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** The name of the sibling in which a file's new content is written before it replaces the file. */
final class TemporaryName {

    private static final String SUFFIX = ".tmp";

    /** What follows the file's name; siblings with other endings belong to another program. */
    private static final String END = "\\.[0-9]+" + Pattern.quote(SUFFIX);

    private TemporaryName() {}

    /** A sibling of a file that no other process uses now. A random number would start Java's random generator. */
    static Path of(Path file) {
        String number = ProcessHandle.current().pid() + Long.toUnsignedString(System.nanoTime());
        return file.resolveSibling(file.getFileName() + "." + number + SUFFIX);
    }

    /** The names of all temporary siblings of a file. */
    static Pattern all(Path file) {
        return Pattern.compile(Pattern.quote(file.getFileName().toString()) + END);
    }

    /** The name that a file has in the end, if this is that of its temporary sibling. */
    static String lasting(String file) {
        return String.valueOf(file).replaceFirst(END + "$", "");
    }
}
