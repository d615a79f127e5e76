package cco.core.toml;

/** A text that is not valid TOML, or cannot be edited in place. The caller adds the file name to the message. */
public final class TomlException extends Exception {

    private static final long serialVersionUID = 1;

    private final int line;

    TomlException(int line, String message) {
        this(line, message, null);
    }

    TomlException(int line, String message, Throwable cause) {
        super(message, cause);
        this.line = line;
    }

    /** {@return the line, counted from 1} */
    public int line() {
        return line;
    }
}
