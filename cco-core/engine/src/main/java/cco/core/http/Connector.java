package cco.core.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Opens connections to servers: it picks the way, resolves names, tries each address, asks a proxy for a tunnel and
 * starts TLS.
 */
final class Connector {

    private final NetworkSettings settings;
    private final Dialer dialer;
    private final TlsSockets tls;
    private final HttpEventListener listener;

    Connector(NetworkSettings settings, Dialer dialer, TlsSockets tls, HttpEventListener listener) {
        this.settings = settings;
        this.dialer = dialer;
        this.tls = tls;
        this.listener = listener;
    }

    /**
     * Connects to a URL's server.
     *
     * @throws ProxyException if the proxy is at fault
     * @throws BrokenConnectionException if the connection ends before it can be used
     */
    HttpConnection connect(URI url, SocketGuard guard) throws IOException {
        Optional<ProxyServer> proxy =
                settings.proxy().isPresent() ? settings.proxy().get().proxyFor(url) : Optional.empty();
        listener.routed(proxy);
        TlsSockets.Way way = () ->
                proxy.isPresent() ? tunnel(proxy.get(), url, guard) : dial(url.getHost(), Addresses.port(url), guard);
        boolean encrypted = url.getScheme().equalsIgnoreCase("https");
        Socket socket = encrypted ? encrypt(way, url.getHost(), Addresses.port(url), guard) : way.open();
        try {
            if (encrypted) {
                tls.certificate(socket).ifPresent(listener::encrypted);
            }
            return new HttpConnection(socket, settings.timeout());
        } catch (IOException e) {
            SocketGuard.quietly(socket);
            throw e;
        }
    }

    private Socket encrypt(TlsSockets.Way way, String host, int port, SocketGuard guard) throws IOException {
        return guard.watch(tls.connect(way, host, port));
    }

    private Socket dial(String host, int port, SocketGuard guard) throws IOException {
        List<InetAddress> addresses = dialer.resolve(host);
        listener.resolved(host, addresses);
        Socket socket = guard.watch(dialer.connect(addresses, port, listener));
        socket.setSoTimeout(HttpConnection.millis(settings.timeout()));
        return socket;
    }

    private Socket tunnel(ProxyServer proxy, URI url, SocketGuard guard) throws IOException {
        Socket socket = proxy.isSocks() ? socksTunnel(proxy, url, guard) : httpTunnel(proxy, url, guard);
        listener.tunnelled();
        return socket;
    }

    private Socket dialProxy(ProxyServer proxy, SocketGuard guard) throws IOException {
        TlsSockets.Way way = () -> {
            try {
                return dial(proxy.host(), proxy.port(), guard);
            } catch (IOException e) {
                throw ProxyException.unreachable(proxy, e);
            }
        };
        return proxy.protocol() == ProxyServer.Protocol.HTTPS
                ? encrypt(way, proxy.host(), proxy.port(), guard)
                : way.open();
    }

    private Socket httpTunnel(ProxyServer proxy, URI url, SocketGuard guard) throws IOException {
        String target = url.getHost() + ":" + Addresses.port(url);
        Map<String, String> headers = Map.of();
        // A second wrong password in a row may lock the account, so there is one attempt with a login.
        while (true) {
            Socket socket = dialProxy(proxy, guard);
            ResponseHead head = connectRequest(proxy, socket, target, headers);
            if (head.status() / 100 == 2) {
                return socket;
            }
            SocketGuard.quietly(socket);
            Optional<String> login = proxy.login()
                    .filter(_ -> head.status() == 407)
                    .flatMap(login_ -> ProxyLogin.answer(
                            head.values("Proxy-Authenticate"),
                            login_,
                            target,
                            UUID.randomUUID().toString()));
            if (!headers.isEmpty() || login.isEmpty()) {
                throw ProxyException.refused(head.status(), proxy, url.getHost());
            }
            headers = Map.of("Proxy-Authorization", login.get());
        }
    }

    private static ResponseHead connectRequest(
            ProxyServer proxy, Socket socket, String target, Map<String, String> headers) throws IOException {
        StringBuilder request = new StringBuilder("CONNECT " + target + " HTTP/1.1\r\nHost: " + target + "\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            // Not buffered: the bytes behind the head belong to the server.
            return ResponseHead.read(socket.getInputStream());
        } catch (SocketTimeoutException e) {
            throw e;
        } catch (BrokenConnectionException | SocketException e) {
            throw new BrokenConnectionException(proxy.name() + " closed the connection", e);
        } catch (IOException e) {
            throw ProxyException.unknownProtocol(proxy, e.getMessage());
        }
    }

    private Socket socksTunnel(ProxyServer proxy, URI url, SocketGuard guard) throws IOException {
        List<Optional<InetAddress>> addresses = proxy.protocol() == ProxyServer.Protocol.SOCKS5
                ? dialer.resolve(url.getHost()).stream().map(Optional::of).toList()
                : List.of(Optional.empty());
        IOException last = null;
        for (Optional<InetAddress> address : addresses) {
            Socket socket = dialProxy(proxy, guard);
            try {
                new SocksTunnel(proxy, socket).open(url.getHost(), address, Addresses.port(url));
                return socket;
            } catch (IOException e) {
                SocketGuard.quietly(socket);
                last = e;
            }
        }
        throw last;
    }
}
