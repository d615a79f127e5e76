package cco.core.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How the network is reached.
 *
 * @param timeout the longest wait for a connection, for a complete answer's headers, and for the next byte of its body
 * @param proxy tunnels https; loopback addresses never go through it
 * @param headers sent with every request to every host, so nothing secret
 */
public record NetworkSettings(
        Duration timeout, Optional<ProxySettings> proxy, Certificates certificates, Map<String, String> headers) {

    public NetworkSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("not a time limit: " + timeout);
        }
        headers = Map.copyOf(headers);
    }

    /** The same settings with other headers. */
    public NetworkSettings withHeaders(Map<String, String> others) {
        return new NetworkSettings(timeout, proxy, certificates, others);
    }
}
