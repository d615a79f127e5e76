package cco.core.http;

import java.io.IOException;
import java.net.Authenticator;
import java.net.HttpURLConnection;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way out: direct, or through an http proxy that tunnels https. The system properties that choose a proxy for Java
 * programs do not matter here, so that checking and downloading always go the same way.
 *
 * <p>A name and password reach the proxy only where Java runs with an empty
 * {@code jdk.http.auth.tunneling.disabledSchemes}, as the bundle does; Digest by MD5, which many proxies still ask for,
 * needs {@code http.auth.digest.reEnabledAlgorithms=MD5}.
 */
public record ProxyRoute(Optional<ProxySettings> settings) {

    /**
     * The proxy for an address; nothing if it is reached directly.
     *
     * @throws ProxyException if the proxy's address cannot be used
     */
    public Optional<ProxyAddress> through(URI address) throws ProxyException {
        if (settings.isEmpty()
                || Addresses.isLoopback(address)
                || NoProxy.matches(settings.get().exceptions(), address)) {
            return Optional.empty();
        }
        return Optional.of(ProxyAddress.of(settings.get()));
    }

    HttpURLConnection open(URI address) throws IOException {
        Optional<ProxyAddress> proxy = through(address);
        HttpURLConnection connection = (HttpURLConnection)
                address.toURL().openConnection(proxy.map(ProxyAddress::proxy).orElse(Proxy.NO_PROXY));
        connection.setAuthenticator(new OneAttempt(proxy.flatMap(ProxyAddress::login)));
        return connection;
    }

    /** Asked again, Java would send the same wrong password twenty times, which locks accounts. */
    private static final class OneAttempt extends Authenticator {

        private final Optional<PasswordAuthentication> login;
        private final AtomicBoolean tried = new AtomicBoolean();

        OneAttempt(Optional<PasswordAuthentication> login) {
            this.login = login;
        }

        @Override
        protected PasswordAuthentication getPasswordAuthentication() {
            // A server that asks gets nothing: the login is the proxy's.
            boolean mine = getRequestorType() == RequestorType.PROXY;
            return mine && tried.compareAndSet(false, true) ? login.orElse(null) : null;
        }
    }
}
