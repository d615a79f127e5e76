package cco.tck.server;

import java.io.IOException;

/** A way to answer, made of the pieces that {@link FaultyExchange} offers. */
@FunctionalInterface
public interface Fault {

    /**
     * Answers one request.
     *
     * @throws IOException when the client has had enough
     */
    void answer(FaultyExchange exchange) throws IOException;

    /** Answers with this status line, such as {@code 503 Service Unavailable}, and no body. */
    static Fault status(String status, String... headers) {
        return exchange -> {
            exchange.head(status, headers);
        };
    }

    /** Sends the client elsewhere; the address may carry a token, as those of hosting services do. */
    static Fault redirect(String location) {
        return status("302 Found", "Location: " + location, "Content-Length: 0");
    }
}
