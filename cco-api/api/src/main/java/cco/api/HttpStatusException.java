package cco.api;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A server's answer that is no file. It holds what a source may need to tell its user why. */
public final class HttpStatusException extends IOException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String host;
    private final TreeMap<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * @param host the server that gave the answer; after a redirect it is not the one that was asked
     * @param headers by name; of a repeated one, one value
     * @param message lower case, no full stop
     */
    public HttpStatusException(int status, String host, Map<String, String> headers, String message) {
        super(message);
        this.status = status;
        this.host = host;
        this.headers.putAll(headers);
    }

    /** The status (RFC 9110 section 15). */
    public int status() {
        return status;
    }

    /** The server that gave the answer. */
    public String host() {
        return host;
    }

    /** The value of a header, whose name may be in upper or lower case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
