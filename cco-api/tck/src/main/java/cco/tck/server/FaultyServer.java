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
import javax.net.ssl.SSLContext;

/**
 * Serves a folder on loopback as a good mirror does, and breaks in the ways it is told to. It speaks on raw sockets, so
 * that headers too can stall, drip or never end. Every connection carries one request.
 */
public final class FaultyServer implements AutoCloseable {

    private final Path folder;
    private final ServerSocket listener;
    private final String scheme;
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private FaultyServer(Path folder, ServerSocket listener, String scheme) {
        this.folder = folder;
        this.listener = listener;
        this.scheme = scheme;
        daemon(this::accept);
    }

    /** Serves over http. */
    public static FaultyServer serving(Path folder) throws IOException {
        return new FaultyServer(folder, new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), "http");
    }

    /** Serves over https with this key. */
    public static FaultyServer serving(Path folder, SSLContext key) throws IOException {
        InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
        return new FaultyServer(folder, key.getServerSocketFactory().createServerSocket(0, 50, loopback), "https");
    }

    /** An address at which nobody listens. */
    public static URI nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    /** The base address, without a slash at its end. */
    public URI address() {
        return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
    }

    /** From now on answers requests for paths with this ending in the faulty way; the longest ending counts. */
    public void fail(String ending, Fault fault) {
        faults.put(ending, fault);
    }

    /** From now on answers everything well. */
    public void heal() {
        faults.clear();
    }

    /** The requests so far. */
    public List<HttpRequest> requests() {
        return List.copyOf(requests);
    }

    /** The last request. */
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
            HttpRequest request = HttpRequest.read(socket.getInputStream());
            requests.add(request);
            faults.keySet().stream()
                    .filter(request.path()::endsWith)
                    .max((one, other) -> Integer.compare(one.length(), other.length()))
                    .map(faults::get)
                    .orElse(Faults.NONE)
                    .answer(new FaultyExchange(request, folder, socket));
        } catch (IOException _) {
            // The client has had enough, which is what most faults are for.
        } finally {
            open.remove(socket);
        }
    }

    private static void daemon(Runnable work) {
        Thread.ofPlatform().daemon().name("faulty-server").start(work);
    }
}
