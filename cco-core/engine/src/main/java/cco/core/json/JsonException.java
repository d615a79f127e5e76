package cco.core.json;

/** A document that is not JSON, or not of the shape that was expected; the message names the place. */
public final class JsonException extends Exception {

    private static final long serialVersionUID = 1;

    /** An error at a place in the document. */
    public JsonException(String message) {
        super(message);
    }

    /** An error that the parser found. */
    public JsonException(String message, Throwable cause) {
        super(message, cause);
    }
}
