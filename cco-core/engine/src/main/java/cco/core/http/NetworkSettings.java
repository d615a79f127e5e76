package cco.core.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * How to reach the network.
 *
 * @param timeout the longest wait for a connection, for a response's headers, and for the next byte of its body
 * @param proxy tunnels https; this machine is always reached directly
 * @param headers sent with every request to every host, so nothing secret
 * @param netrc the file with the user's logins, which need not exist
 */
public record NetworkSettings(
        Duration timeout,
        Optional<ProxySettings> proxy,
        Certificates certificates,
        Map<String, String> headers,
        Optional<Path> netrc) {

    public NetworkSettings {
        if (!timeout.isPositive()) {
            throw new IllegalArgumentException("not a time limit: " + timeout);
        }
        headers = Map.copyOf(headers);
    }

    /** Settings without a netrc file. */
    public NetworkSettings(
            Duration timeout, Optional<ProxySettings> proxy, Certificates certificates, Map<String, String> headers) {
        this(timeout, proxy, certificates, headers, Optional.empty());
    }

    /** The same settings with other headers. */
    public NetworkSettings withHeaders(Map<String, String> others) {
        return new NetworkSettings(timeout, proxy, certificates, others, netrc);
    }
}
