package cco.core.archive;

import cco.core.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A relative path that means the same file on every system, inside its root. */
public final class EntryPath {

    /** The root folder. */
    static final EntryPath ROOT = new EntryPath("");

    /** Leaves room for the target folder: PATH_MAX is 1024 on macOS. */
    private static final int MAX_BYTES = 700;

    /** The longest name in common file systems (NAME_MAX). */
    private static final int MAX_SEGMENT_BYTES = 255;

    private static final String RESERVED = "<>:\"|?*";

    /** Windows opens these devices with any extension, and drops blanks before the dot. */
    private static final Set<String> DEVICES = devices();

    private final String text;

    private EntryPath(String text) {
        this.text = text;
    }

    /** Parses a name with slashes, or refuses it. */
    public static EntryPath of(String name) throws UnsafeArchiveException {
        if (name.startsWith("/")) {
            throw new UnsafeArchiveException(ArchiveRule.ABSOLUTE, name);
        }
        if (isTooLong(name)) {
            throw new UnsafeArchiveException(ArchiveRule.LONG_NAME, name);
        }
        for (String segment : name.split("/", -1)) {
            Optional<ArchiveRule> broken = brokenRule(segment);
            if (broken.isPresent()) {
                throw new UnsafeArchiveException(broken.get(), name);
            }
        }
        return new EntryPath(name);
    }

    boolean isRoot() {
        return text.isEmpty();
    }

    /** The first segment. */
    String top() {
        int end = text.indexOf('/');
        return end < 0 ? text : text.substring(0, end);
    }

    /** The path relative to its first segment. */
    EntryPath belowTop() {
        int end = text.indexOf('/');
        return end < 0 ? ROOT : new EntryPath(text.substring(end + 1));
    }

    /** The parent folder; the root has none. */
    EntryPath parent() {
        int end = text.lastIndexOf('/');
        return end < 0 ? ROOT : new EntryPath(text.substring(0, end));
    }

    /** The path of a file in this folder. */
    EntryPath child(String segment) {
        return isRoot() ? new EntryPath(segment) : new EntryPath(text + "/" + segment);
    }

    /** Whether this path is the other one or a folder around it. */
    boolean contains(EntryPath other) {
        return isRoot() || other.equals(this) || other.text.startsWith(text + "/");
    }

    /**
     * Resolves the path in a folder of the file system.
     *
     * @throws IOException if Java cannot pass the name to this system, as in the locale C
     */
    public Path in(Path folder) throws IOException {
        try {
            return folder.resolve(text);
        } catch (InvalidPathException e) {
            throw new IOException("the locale cannot represent '" + this + "'; set LC_ALL=C.UTF-8", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof EntryPath path && path.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
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
        } else if (isDevice(segment)) {
            broken = ArchiveRule.RESERVED_NAME;
        } else if (bytes(segment) > MAX_SEGMENT_BYTES) {
            broken = ArchiveRule.LONG_NAME;
        }
        return Optional.ofNullable(broken);
    }

    private static Set<String> devices() {
        Set<String> devices = new HashSet<>(List.of("con", "prn", "aux", "nul", "conin$", "conout$"));
        for (char digit : "0123456789\u00b9\u00b2\u00b3".toCharArray()) {
            devices.add("com" + digit);
            devices.add("lpt" + digit);
        }
        return devices;
    }

    private static boolean isDevice(String segment) {
        int end = segment.indexOf('.');
        end = end < 0 ? segment.length() : end;
        while (end > 0 && segment.charAt(end - 1) == ' ') {
            end--;
        }
        return DEVICES.contains(segment.substring(0, end).toLowerCase(Locale.ROOT));
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
