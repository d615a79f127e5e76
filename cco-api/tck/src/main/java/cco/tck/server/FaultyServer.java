package cco.tck.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * A server on loopback that serves a folder correctly until a fault is set. It uses raw sockets, so that headers can
 * stall, drip or never end. A connection carries one request unless {@link #keepConnections} is called.
 */
public final class FaultyServer implements AutoCloseable {

    private final Path folder;
    private final ServerSocket listener;
    private final String scheme;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile boolean keeps;

    private FaultyServer(Path folder, ServerSocket listener, String scheme) {
        this.folder = folder;
        this.listener = listener;
        this.scheme = scheme;
        daemon(this::accept);
    }

    /**
     * Serves over http.
     *
     * @param folder the files to serve, by their path; changes show in the next response
     * @return a running server on a free port of loopback
     * @throws IOException if no port can be opened
     */
    public static FaultyServer serving(Path folder) throws IOException {
        return new FaultyServer(folder, new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), "http");
    }

    /**
     * Serves over https with this key.
     *
     * @param folder the files to serve, by their path; changes show in the next response
     * @param key a context with the private key and the certificate of the server
     * @return a running server on a free port of loopback
     * @throws IOException if no port can be opened
     */
    public static FaultyServer serving(Path folder, SSLContext key) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        return serving(folder, (SSLServerSocket) key.getServerSocketFactory().createServerSocket(0, 50, loopback));
    }

    /**
     * Serves over https on a socket whose protocols and key exchange are already set.
     *
     * @param folder the files to serve, by their path; changes show in the next response
     * @param listener a socket on loopback; the server closes it
     * @return a running server
     */
    public static FaultyServer serving(Path folder, SSLServerSocket listener) {
        return new FaultyServer(folder, listener, "https");
    }

    /**
     * {@return an address that refuses connections}
     *
     * @throws IOException if no port can be opened
     */
    public static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /** {@return the base address, without a slash at its end} */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    /**
     * Sets the fault for paths with this ending; the longest matching ending counts.
     *
     * @param ending the end of a decoded path, such as {@code .tar.gz}; an empty one matches every path
     * @param fault the response from now on; it replaces an earlier fault for the same ending
     */
    public void fail(String ending, Fault fault) {
        faults.put(ending, fault);
    }

    /** Removes all faults. */
    public void heal() {
        faults.clear();
    }

    /** Keeps connections open after correct responses from now on. */
    public void keepConnections() {
        keeps = true;
    }

    /** {@return the number of connections so far} */
    public int connections() {
        return connections.get();
    }

    /** {@return the requests so far} */
    public List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /** {@return the last request} */
    public HttpRequest lastRequest() {
        return requests.getLast();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                open.add(socket);
                connections.incrementAndGet();
                daemon(() -> serve(socket));
            } catch (IOException e) {
                if (!listener.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            while (serveOne(socket)) {
                continue;
            }
        } catch (IOException _) {
            // Most faults make the client close the connection.
        } finally {
            open.remove(socket);
        }
    }

    private boolean serveOne(Socket socket) throws IOException {
        HttpRequest request = HttpRequest.read(socket.getInputStream());
        requests.add(request);
        FaultyExchange exchange = new FaultyExchange(request, folder, socket, keeps);
        faults.keySet().stream()
                .filter(request.path()::endsWith)
                .max((one, other) -> Integer.compare(one.length(), other.length()))
                .map(faults::get)
                .orElse(Faults.NONE)
                .answer(exchange);
        return exchange.keepsConnection();
    }

    private static void daemon(Runnable work) {
        Thread.ofPlatform().daemon().name("faulty-server").start(work);
    }
}
