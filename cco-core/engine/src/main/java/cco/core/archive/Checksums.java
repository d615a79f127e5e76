package cco.core.archive;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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
        Map<String, Sha256> listed = parse(content, files.size());
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
            throw new UnsafeArchiveException(ArchiveRule.CHECKSUM_WITHOUT_FILE, Collections.min(listed.keySet()));
        }
    }

    private static Map<String, Sha256> parse(byte[] content, int files) throws UnsafeArchiveException {
        Map<String, Sha256> listed = HashMap.newHashMap(files);
        Iterable<String> lines =
                () -> new String(content, StandardCharsets.UTF_8).lines().iterator();
        for (String line : lines) {
            if (line.length() <= PREFIX || line.charAt(64) != ' ' || " *".indexOf(line.charAt(65)) < 0) {
                throw new UnsafeArchiveException(ArchiveRule.CHECKSUMS_FORMAT, NAME);
            }
            // find adds "./".
            int start = line.startsWith("./", PREFIX) ? PREFIX + 2 : PREFIX;
            if (listed.put(line.substring(start), digest(line)) != null) {
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
