package cco.core.toml;

/** The text is not TOML, or cannot be edited in place. The message does not name the file. */
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
