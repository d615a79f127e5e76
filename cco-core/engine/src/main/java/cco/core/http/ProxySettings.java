package cco.core.http;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * The proxy as the configuration or the environment names it.
 *
 * @param address {@code [protocol://][user:password@]host:port}, the login percent-encoded; parsed when it is first
 *     needed, since the environment may name a proxy that cco never uses
 * @param setBy the setting or variable that names it, for messages
 * @param exceptions hosts that are reached directly: {@code example.com} and its subdomains, {@code host:port}, an IP
 *     address, a network such as {@code 10.0.0.0/8}, or {@code *}
 */
public record ProxySettings(String address, String setBy, List<String> exceptions) {

    public ProxySettings {
        exceptions = List.copyOf(exceptions);
    }

    /**
     * The proxy for a URL; nothing if the URL is an exception or this machine.
     *
     * @throws ProxyException if the proxy's address cannot be used
     */
    Optional<ProxyServer> proxyFor(URI url) throws ProxyException {
        return Addresses.isLoopback(url) || NoProxy.matches(exceptions, url)
                ? Optional.empty()
                : Optional.of(ProxyServer.of(this));
    }

    /** Without the address, which may contain a password. */
    @Override
    public String toString() {
        return "proxy set by " + setBy;
    }
}
