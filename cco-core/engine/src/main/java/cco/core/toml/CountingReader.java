package cco.core.toml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/**
 * Counts what the parser has read, because the parser does not say where it failed. It reads one character at a time.
 */
final class CountingReader extends Reader {

    private final String text;
    private final StringReader reader;
    private int read;
    private boolean atEnd;

    CountingReader(String text) {
        this.text = text;
        this.reader = new StringReader(text);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        int count = reader.read(buffer, offset, length);
        atEnd |= count < 0;
        read += Math.max(0, count);
        return count;
    }

    /** Whether the parser has reached the end. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** The line of the last character; a line break belongs to its line. */
    int line() {
        return TomlScanner.line(text, Math.max(0, read - 1));
    }

    @Override
    public void close() {
        reader.close();
    }
}
