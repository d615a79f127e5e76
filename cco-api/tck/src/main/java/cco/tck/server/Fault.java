package cco.tck.server;

import java.io.IOException;
import java.util.Random;

/** A way to respond, made of the building blocks in {@link FaultyExchange}. */
@FunctionalInterface
public interface Fault {

    /**
     * Responds to one request.
     *
     * @param exchange the request and the means to respond to it
     * @throws IOException when the client closes the connection
     */
    void answer(FaultyExchange exchange) throws IOException;

    /**
     * Responds with a status line, such as {@code 503 Service Unavailable}, and no body.
     *
     * @param status the status code and the reason phrase, such as {@code 404 Not Found}
     * @param headers whole lines such as {@code Content-Length: 0}, without a line end; may be empty
     * @return a fault that closes the connection afterwards
     */
    static Fault status(String status, String... headers) {
        return exchange -> {
            exchange.head(status, headers);
        };
    }

    /**
     * Redirects to an address, which may contain a token, as those of hosting services do.
     *
     * @param location an absolute or relative address
     * @return a fault with status 302
     */
    static Fault redirect(String location) {
        return status("302 Found", "Location: " + location, "Content-Length: 0");
    }

    /**
     * Breaks off in the middle of some bodies, the same ones for the same seed and order of requests.
     *
     * @param probability from 0 to 1
     * @param seed the start of the random sequence
     * @return a fault that draws the next random number for each request
     */
    static Fault cutting(double probability, long seed) {
        Random random = new Random(seed);
        return exchange -> {
            double chance;
            synchronized (random) {
                chance = random.nextDouble();
            }
            (chance < probability ? Faults.CUT : Faults.NONE).answer(exchange);
        };
    }
}
