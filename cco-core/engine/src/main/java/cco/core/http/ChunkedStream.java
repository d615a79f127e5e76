package cco.core.http;

import cco.core.disk.BlockInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The chunked transfer coding (RFC 9112 section 7.1). */
final class ChunkedStream extends BlockInputStream {

    private static final Pattern SIZE = Pattern.compile("([0-9A-Fa-f]{1,15})[ \\t]*(?:;.*)?");

    private final InputStream stream;
    private long left;
    private boolean first = true;
    private boolean ended;

    ChunkedStream(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0 && !ended) {
            startChunk();
        }
        if (ended) {
            return -1;
        }
        int count = stream.read(buffer, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new BrokenConnectionException("the server closed the connection", null);
        }
        left -= count;
        return count;
    }

    private void startChunk() throws IOException {
        LineReader lines = new LineReader(stream, "a chunk's size and extensions");
        if (!first && !lines.next().isEmpty()) {
            throw new IOException("a chunk is longer than its size");
        }
        first = false;
        Matcher size = SIZE.matcher(lines.next());
        if (!size.matches()) {
            throw new IOException("a chunk has no size");
        }
        left = Long.parseLong(size.group(1), 16);
        if (left == 0) {
            skipTrailers();
            ended = true;
        }
    }

    private void skipTrailers() throws IOException {
        LineReader lines = new LineReader(stream, "the trailers");
        while (!lines.next().isEmpty()) {
            continue;
        }
    }
}
