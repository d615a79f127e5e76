package cco.core.http;

import cco.tck.server.HttpRequest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** An http proxy that tunnels every CONNECT to one local port, if the client sends the expected login. */
public final class TinyProxy implements AutoCloseable {

    private final ServerSocket listener;
    private final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final int target;
    private final Optional<String> login;

    public TinyProxy(int target, Optional<String> login) throws IOException {
        this(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")), target, login);
    }

    /** A proxy that encrypts, if the listener does. */
    TinyProxy(ServerSocket listener, int target, Optional<String> login) {
        this.listener = listener;
        this.target = target;
        this.login = login;
        daemon(() -> {
            while (true) {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            }
        });
    }

    public int port() {
        return listener.getLocalPort();
    }

    HttpRequest lastRequest() {
        return requests.getLast();
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            HttpRequest request = HttpRequest.read(client.getInputStream());
            requests.add(request);
            if (login.isPresent() && !login.equals(request.header("Proxy-Authorization"))) {
                String headers = "\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\nConnection: close";
                answer(client, "407 Who" + headers);
                return;
            }
            try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
                answer(client, "200 Connected");
                daemon(() -> client.getInputStream().transferTo(server.getOutputStream()));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        }
    }

    private static void answer(Socket client, String head) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes());
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void daemon(Work work) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                work.run();
            } catch (IOException _) {
                // One end is gone, and so is this connection.
            }
        });
    }
}
