package cco.core.setup;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileModes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.ArrayList;
import java.util.List;

/**
 * A startup file of a shell, with a marked block of cco. The rest of the file stays the same to the byte, and so do its
 * mode and a link to it.
 *
 * @param file the file, which may be missing
 * @param bin the folder of commands that the block is for; the marker names it
 * @param lines the block, without its markers
 */
record StartupFile(Path file, Path bin, List<String> lines) {

    private static final String END = "# <<< cco <<<\n";

    /** Tells the removal that the file did not end with a newline. */
    private static final String NEWLINE_ADDED = "# cco ended the line above this block.\n";

    /** What happened to the file. */
    enum Change {
        /** It has the block already. */
        NONE,
        /** It has the block now. */
        EDITED,
        /** It did not exist. */
        CREATED
    }

    StartupFile {
        lines = List.copyOf(lines);
    }

    private static String start(Path bin) {
        return "# >>> cco: commands in " + encoded(bin.toString()) + " >>>\n";
    }

    /** Appends the block, unless the file has one for the same folder. */
    Change add() throws IOException {
        boolean exists = Files.exists(file);
        String before = exists ? read(file) : "";
        if (before.contains(start(bin))) {
            return Change.NONE;
        }
        boolean open = !before.isEmpty() && !before.endsWith("\n");
        List<String> block = new ArrayList<>(List.of(start(bin)));
        if (open) {
            block.add(NEWLINE_ADDED);
        }
        lines.forEach(line -> block.add(encoded(line) + "\n"));
        block.add(END);
        replace(file, before + (open ? "\n" : "") + String.join("", block));
        return exists ? Change.EDITED : Change.CREATED;
    }

    /**
     * Removes the block for a folder of commands, if the file has one.
     *
     * @return whether the file is empty now
     */
    static boolean remove(Path file, Path bin) throws IOException {
        if (!Files.exists(file)) {
            return false;
        }
        String text = read(file);
        int from = text.indexOf(start(bin));
        int end = from < 0 ? -1 : text.indexOf(END, from);
        if (end < 0) {
            return text.isEmpty();
        }
        String rest = text.substring(end + END.length());
        boolean open = text.startsWith(NEWLINE_ADDED, from + start(bin).length()) && rest.isEmpty() && from > 0;
        String without = text.substring(0, open ? from - 1 : from) + rest;
        replace(file, without);
        return without.isEmpty();
    }

    /** Latin-1 keeps every byte of a file in an unknown encoding. */
    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }

    private static String encoded(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private static void replace(Path file, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        if (!Files.exists(file)) {
            DurableFiles.write(file, bytes);
            return;
        }
        Path target = file.toRealPath();
        if (!Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString());
        }
        PosixFileAttributeView modes = Files.getFileAttributeView(target, PosixFileAttributeView.class);
        var before = modes == null ? null : modes.readAttributes().permissions();
        if (FileModes.isShared(target)) {
            DurableFiles.write(target, bytes);
        } else {
            DurableFiles.writePrivate(target, bytes);
        }
        if (before != null) {
            Files.setPosixFilePermissions(target, before);
        }
    }
}
