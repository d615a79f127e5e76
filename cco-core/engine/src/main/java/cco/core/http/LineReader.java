package cco.core.http;

import java.io.IOException;
import java.io.InputStream;

/** Reads the lines of a message head, and never more bytes than that. */
final class LineReader {

    static final int LIMIT = 1 << 16;

    private final InputStream stream;
    private final String part;
    private int left = LIMIT;

    /** @param part the part of the message that is read, for error messages */
    LineReader(InputStream stream, String part) {
        this.stream = stream;
        this.part = part;
    }

    /**
     * The next line without its end.
     *
     * @throws BrokenConnectionException if the connection ends first
     * @throws IOException if all lines together exceed the limit
     */
    String next() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = read(); next != '\n'; next = read()) {
            line.append((char) next);
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    private int read() throws IOException {
        if (left-- == 0) {
            throw new IOException(part + " are longer than " + LIMIT + " bytes");
        }
        int next = stream.read();
        if (next < 0) {
            throw new BrokenConnectionException("the server closed the connection without an answer", null);
        }
        return next;
    }
}
