package cco.publisher.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;

/** Writes an ar archive in the common format, as Debian packages use it. */
final class ArWriter {

    private final OutputStream out;
    private final Instant timestamp;

    ArWriter(OutputStream out, Instant timestamp) throws IOException {
        this.out = out;
        this.timestamp = timestamp;
        out.write(ascii("!<arch>\n"));
    }

    void member(String name, byte[] content) throws IOException {
        header(name, content.length);
        out.write(content);
        pad(content.length);
    }

    void member(String name, Path file) throws IOException {
        long size = Files.size(file);
        header(name, size);
        try (InputStream content = Files.newInputStream(file)) {
            content.transferTo(out);
        }
        pad(size);
    }

    private void header(String name, long size) throws IOException {
        out.write(ascii(String.format(
                Locale.ROOT,
                "%-16s%-12d%-6d%-6d%-8s%-10d`\n",
                name,
                timestamp.getEpochSecond(),
                0,
                0,
                "100644",
                size)));
    }

    private void pad(long size) throws IOException {
        if (size % 2 == 1) {
            out.write('\n');
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
