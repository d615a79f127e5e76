package cco.core.toml;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;

/** Counts lines while the parser reads, because the parser does not report where it failed. */
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

    /** Returns whether the parser reached the end of the text. */
    boolean isAtEnd() {
        return atEnd;
    }

    /** The line of the last character read; a line break belongs to its line. */
    int line() {
        return TomlScanner.line(text, Math.max(0, read - 1));
    }

    @Override
    public void close() {
        reader.close();
    }
}
