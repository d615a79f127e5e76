package cco.core.fetch;

import java.io.IOException;

/** A way to answer. */
@FunctionalInterface
public interface Fault {

    void answer(FaultyExchange exchange) throws IOException;

    /** Answers with this status line, such as {@code 503 Service Unavailable}, and no body. */
    static Fault status(String status, String... headers) {
        return exchange -> {
            exchange.head(status, headers);
        };
    }

    /** Sends the client elsewhere. */
    static Fault redirect(String location) {
        return status("302 Found", "Location: " + location, "Content-Length: 0");
    }
}
