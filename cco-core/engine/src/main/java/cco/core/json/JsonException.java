package cco.core.json;

/** A document that is not JSON or does not have the expected shape; the message names the place. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1;

    /** An error at a place that the message names. */
    public JsonException(String message) {
        super(message);
    }

    /** An error that the parser found. */
    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
