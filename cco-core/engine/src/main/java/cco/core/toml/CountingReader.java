package cco.core.toml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Knows how far the parser came, for it does not say where it failed. The parser reads one character at a time. */
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

    /** Whether the parser wanted more than there was. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** The line of the last character that was read; a line's end belongs to the line. */
    int line() {
        return TomlScanner.line(text, Math.max(0, read - 1));
    }

    @Override
    public void close() {
        reader.close();
    }
}
