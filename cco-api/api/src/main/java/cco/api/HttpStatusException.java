package cco.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server's response without a file, with the details that a source needs to explain it. */
public final class HttpStatusException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String host;
    private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * Creates an exception for one response.
     *
     * @param status the status code (RFC 9110 section 15)
     * @param host the server that sent the response, which differs from the requested one after a redirect
     * @param headers the headers by name; one value for a repeated header
     * @param message the message, in lower case and without a full stop
     */
    public HttpStatusException(int status, String host, Map<String, String> headers, String message) {
        super(message);
        this.status = status;
        this.host = host;
        this.headers.putAll(headers);
    }

    /** {@return the status code (RFC 9110 section 15)} */
    public int status() {
        return status;
    }

    /** {@return the server that sent the response} */
    public String host() {
        return host;
    }

    /**
     * Returns the value of a header.
     *
     * @param name the name, in upper or lower case
     * @return the value; empty without such a header
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
