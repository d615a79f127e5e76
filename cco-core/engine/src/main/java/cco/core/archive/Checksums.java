package cco.core.archive;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The file {@code checksums.sha256} in an archive: one line per other regular file, in the format of {@code sha256sum}.
 */
public final class Checksums {

    /** The file name. */
    public static final String NAME = "checksums.sha256";

    /** The digest and two characters: a blank, and another one or, in binary mode, an asterisk. */
    private static final int PREFIX = 66;

    private Checksums() {}

    /** Formats the content for these files, in their order. */
    public static byte[] format(Collection<FileEntry> files) {
        return files.stream()
                .map(file -> file.sha256() + "  " + file.path() + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
    }

    /** Refuses unlisted files, changed files and lines without a file. */
    static void check(byte[] content, Collection<FileEntry> files) throws UnsafeArchiveException {
        SortedMap<String, Sha256> listed = parse(new String(content, StandardCharsets.UTF_8));
        for (FileEntry file : files) {
            Sha256 expected = listed.remove(file.path());
            if (file.path().equals(NAME)) {
                continue;
            }
            if (expected == null) {
                throw new UnsafeArchiveException(ArchiveRule.CHECKSUM_UNLISTED, file.path());
            }
            if (!expected.equals(file.sha256())) {
                throw new UnsafeArchiveException(ArchiveRule.CHECKSUM_WRONG, file.path());
            }
        }
        if (!listed.isEmpty()) {
            throw new UnsafeArchiveException(ArchiveRule.CHECKSUM_WITHOUT_FILE, listed.firstKey());
        }
    }

    private static SortedMap<String, Sha256> parse(String text) throws UnsafeArchiveException {
        SortedMap<String, Sha256> listed = new TreeMap<>();
        for (String line : text.lines().toList()) {
            if (line.length() <= PREFIX || line.charAt(64) != ' ' || " *".indexOf(line.charAt(65)) < 0) {
                throw new UnsafeArchiveException(ArchiveRule.CHECKSUMS_FORMAT, NAME);
            }
            String name = line.substring(PREFIX);
            // find adds "./".
            if (listed.put(name.startsWith("./") ? name.substring(2) : name, digest(line)) != null) {
                throw new UnsafeArchiveException(ArchiveRule.CHECKSUMS_FORMAT, NAME);
            }
        }
        return listed;
    }

    private static Sha256 digest(String line) throws UnsafeArchiveException {
        try {
            return new Sha256(line.substring(0, 64));
        } catch (IllegalArgumentException e) {
            throw new UnsafeArchiveException(ArchiveRule.CHECKSUMS_FORMAT, NAME);
        }
    }
}
