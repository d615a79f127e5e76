package cco.core.archive;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The list of checksums in an archive. */
public final class ChecksumsFuzz {

    private static final List<FileEntry> FILES = List.of(file("bin/hello"), file("readme"));

    private ChecksumsFuzz() {}

    /** Checks two files against a list. */
    public static void run(byte[] input) throws UnsafeArchiveException {
        Checksums.check(Checksums.format(FILES), FILES);
        try {
            Checksums.check(input, FILES);
        } catch (UnsafeArchiveException documented) {
            return;
        }
    }

    private static FileEntry file(String path) {
        byte[] content = path.getBytes(StandardCharsets.US_ASCII);
        return new FileEntry(path, content.length, false, Sha256.of(content));
    }
}
