package cco.core.toml;

/** A text that is not TOML, or cannot be edited as one. The message lacks the file, which is not known here. */
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

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
