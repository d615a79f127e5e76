package cco.publisher.pack;

import cco.core.archive.ByteBudget;
import cco.core.archive.UnpackLimits;
import cco.core.model.Platform;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.tukaani.xz.FilterOptions;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.X86Options;
import org.tukaani.xz.XZInputStream;
import org.tukaani.xz.XZOutputStream;

/** Files that are compressed with xz. */
public final class XzFile {

    /** Smaller dictionaries lose bytes; with a larger one, clients need more memory for hardly any gain. */
    private static final int PRESET = LZMA2Options.PRESET_DEFAULT;

    private static final int BUFFER = 1 << 16;

    private XzFile() {}

    /**
     * Compresses the content of a gzip file with xz. The same content gives the same bytes.
     *
     * @param platform the platform of the programs in it: the code of some is prepared, which saves a tenth
     */
    public static void fromGzip(Path gzip, Path xz, Platform platform) throws IOException {
        LZMA2Options compression = new LZMA2Options(PRESET);
        FilterOptions[] filters = platform.value().endsWith("x86_64")
                ? new FilterOptions[] {new X86Options(), compression}
                : new FilterOptions[] {compression};
        try (InputStream content = new GZIPInputStream(Files.newInputStream(gzip), BUFFER);
                OutputStream file = new BufferedOutputStream(Files.newOutputStream(xz), BUFFER);
                XZOutputStream out = new XZOutputStream(file, filters)) {
            content.transferTo(out);
        }
    }

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
                InputStream content = new XZInputStream(packed, UnpackLimits.XZ_MEMORY);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(gzip), BUFFER)) {
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                budget.spend(count);
                out.write(buffer, 0, count);
            }
        }
    }
}
