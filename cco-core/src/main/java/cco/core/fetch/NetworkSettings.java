package cco.core.fetch;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the network is reached; {@code [network]} of the configuration.
 *
 * @param timeout the longest wait for a connection, for a complete answer's headers, and for the next byte of its body
 * @param proxy {@code http://[user:password@]host:port}; it tunnels https, and loopback addresses never go through it
 * @param caFile certificates (PEM) that are trusted besides the platform's own
 * @param headers sent with every request to every host, so nothing secret
 */
public record NetworkSettings(
        Duration timeout, Optional<URI> proxy, Optional<Path> caFile, Map<String, String> headers) {

    public NetworkSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("not a time limit: " + timeout);
        }
        headers = Map.copyOf(headers);
    }
}
