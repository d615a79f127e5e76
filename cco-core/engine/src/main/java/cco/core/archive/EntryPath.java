package cco.core.archive;

import cco.core.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A relative path that means the same file on every system, inside its root.
 *
 * @param segments the names from the root; none is special on any system
 */
public record EntryPath(List<String> segments) {

    /** The root folder. */
    static final EntryPath ROOT = new EntryPath(List.of());

    /** Leaves room for the target folder: PATH_MAX is 1024 on macOS. */
    private static final int MAX_BYTES = 700;

    /** The longest name in common file systems (NAME_MAX). */
    private static final int MAX_SEGMENT_BYTES = 255;

    private static final String RESERVED = "<>:\"|?*";

    /** Windows opens the device with any extension, and drops blanks before the dot. */
    private static final Pattern DEVICE = Pattern.compile(
            "(?:con|prn|aux|nul|conin\\$|conout\\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3]) *(?:\\..*)?",
            Pattern.CASE_INSENSITIVE);

    public EntryPath {
        segments = List.copyOf(segments);
    }

    /** Parses a name with slashes, or refuses it. */
    public static EntryPath of(String name) throws UnsafeArchiveException {
        if (name.startsWith("/")) {
            throw new UnsafeArchiveException(ArchiveRule.ABSOLUTE, name);
        }
        if (isTooLong(name)) {
            throw new UnsafeArchiveException(ArchiveRule.LONG_NAME, name);
        }
        String[] segments = name.split("/", -1);
        for (String segment : segments) {
            Optional<ArchiveRule> broken = brokenRule(segment);
            if (broken.isPresent()) {
                throw new UnsafeArchiveException(broken.get(), name);
            }
        }
        return new EntryPath(List.of(segments));
    }

    boolean isRoot() {
        return segments.isEmpty();
    }

    /** The first segment. */
    String top() {
        return segments.getFirst();
    }

    /** The path relative to its first segment. */
    EntryPath belowTop() {
        return new EntryPath(segments.subList(1, segments.size()));
    }

    /** The parent folder; the root has none. */
    EntryPath parent() {
        return new EntryPath(segments.subList(0, segments.size() - 1));
    }

    /** The path of a file in this folder. */
    EntryPath child(String segment) {
        List<String> longer = new ArrayList<>(segments);
        longer.add(segment);
        return new EntryPath(longer);
    }

    /** Whether this path is the other one or a folder around it. */
    boolean contains(EntryPath other) {
        return other.segments.size() >= segments.size()
                && other.segments.subList(0, segments.size()).equals(segments);
    }

    /**
     * Resolves the path in a folder of the file system.
     *
     * @throws IOException if Java cannot pass the name to this system, as in the locale C
     */
    public Path in(Path folder) throws IOException {
        try {
            Path path = folder;
            for (String segment : segments) {
                path = path.resolve(segment);
            }
            return path;
        } catch (InvalidPathException e) {
            throw new IOException("the locale cannot represent '" + this + "'; set LC_ALL=C.UTF-8", e);
        }
    }

    @Override
    public String toString() {
        return String.join("/", segments);
    }

    /** The rule that a name breaks, if any. */
    static Optional<ArchiveRule> brokenRule(String segment) {
        ArchiveRule broken = null;
        if (segment.isEmpty()) {
            broken = ArchiveRule.EMPTY_SEGMENT;
        } else if (segment.equals(".")) {
            broken = ArchiveRule.DOT_SEGMENT;
        } else if (segment.equals("..")) {
            broken = ArchiveRule.PARENT_SEGMENT;
        } else if (segment.indexOf('\\') >= 0) {
            broken = ArchiveRule.BACKSLASH;
        } else if (Printable.hasHidden(segment)) {
            broken = ArchiveRule.HIDDEN_CHARACTER;
        } else if (hasReserved(segment)) {
            broken = ArchiveRule.RESERVED_CHARACTER;
        } else if (segment.endsWith(".") || segment.endsWith(" ")) {
            broken = ArchiveRule.TRAILING_DOT;
        } else if (DEVICE.matcher(segment).matches()) {
            broken = ArchiveRule.RESERVED_NAME;
        } else if (bytes(segment) > MAX_SEGMENT_BYTES) {
            broken = ArchiveRule.LONG_NAME;
        }
        return Optional.ofNullable(broken);
    }

    private static boolean hasReserved(String segment) {
        for (int i = 0; i < RESERVED.length(); i++) {
            if (segment.indexOf(RESERVED.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a path or link target is too long for any system. */
    static boolean isTooLong(String path) {
        return bytes(path) > MAX_BYTES;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
