import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;

/**
 * Copies {@code checksums.sha256} from an archive into the packed folder, so that the folder equals the unpacked
 * archive: {@code java CopyChecksums.java ARCHIVE-WITHOUT-EXTENSION FOLDER}. Not every {@code tar} reads zip files.
 */
final class CopyChecksums {

    private static final String NAME = "checksums.sha256";
    private static final int BLOCK = 512;

    private CopyChecksums() {}

    public static void main(String[] arguments) throws IOException {
        Path stem = Path.of(arguments[0]);
        String entry = stem.getFileName() + "/" + NAME;
        Path zip = stem.resolveSibling(stem.getFileName() + ".zip");
        Path tar = stem.resolveSibling(stem.getFileName() + ".tar.gz");
        byte[] content = Files.exists(zip) ? fromZip(zip, entry) : fromTar(tar, entry);
        Files.write(Path.of(arguments[1], NAME), content);
    }

    private static byte[] fromZip(Path archive, String entry) throws IOException {
        try (ZipFile zip = new ZipFile(archive.toFile());
                InputStream in = zip.getInputStream(zip.getEntry(entry))) {
            return in.readAllBytes();
        }
    }

    /** The packer writes this entry with a plain header: its name fits. */
    private static byte[] fromTar(Path archive, String entry) throws IOException {
        try (DataInputStream tar = new DataInputStream(new GZIPInputStream(Files.newInputStream(archive), 1 << 16))) {
            byte[] header = new byte[BLOCK];
            while (true) {
                tar.readFully(header);
                int size = (int) Long.parseLong(text(header, 124, 12), 8);
                if (text(header, 0, 100).equals(entry)) {
                    return tar.readNBytes(size);
                }
                tar.skipNBytes((size + BLOCK - 1L) / BLOCK * BLOCK);
            }
        }
    }

    private static String text(byte[] header, int offset, int length) {
        String field = new String(header, offset, length, StandardCharsets.US_ASCII);
        int end = field.indexOf(0);
        return (end < 0 ? field : field.substring(0, end)).strip();
    }
}
