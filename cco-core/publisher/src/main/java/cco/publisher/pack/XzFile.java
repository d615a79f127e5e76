package cco.publisher.pack;

import cco.core.archive.ByteBudget;
import cco.core.archive.UnpackLimits;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.XZInputStream;

/** A file that is compressed with xz. */
final class XzFile {

    /** In KiB: the dictionary of {@code xz -9}, which is the largest of its levels, and the decoder's own state. */
    private static final int MEMORY_LIMIT = (64 << 10) + 1024;

    private static final int BUFFER = 1 << 16;

    private XzFile() {}

    /**
     * Compresses the content with gzip instead.
     *
     * @throws cco.core.archive.UnsafeArchiveException if the content is larger than the limits allow
     * @throws org.tukaani.xz.XZIOException if the file is damaged, or needs more memory than {@code xz -9}
     */
    static void toGzip(Path file, Path gzip, UnpackLimits limits) throws IOException {
        ByteBudget budget = new ByteBudget(limits, Files.size(file));
        byte[] buffer = new byte[BUFFER];
        try (InputStream packed = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream content = new XZInputStream(packed, MEMORY_LIMIT);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip), BUFFER)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                budget.spend(count);
                out.write(buffer, 0, count);
            }
        }
    }
}
