package cco.tck.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A TCP proxy in front of a server that resets some connections as soon as it accepts them: the same ones for the same
 * seed and order of connections.
 */
public final class UnreliableLink implements AutoCloseable {

    private final URI server;
    private final ServerSocket listener;
    private final double probability;
    private final Random random;
    private final AtomicInteger resets = new AtomicInteger();

    /**
     * Starts to listen on a free port of loopback.
     *
     * @param server the address of a server on loopback
     * @param probability the share of connections to reset, from 0 to 1
     * @param seed the start of the random sequence
     * @throws IOException if no port can be opened
     */
    public UnreliableLink(URI server, double probability, long seed) throws IOException {
        this.server = server;
        this.probability = probability;
        this.random = new Random(seed);
        this.listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
        daemon(this::accept);
    }

    /** {@return the address to use instead of the server's} */
    public URI address() {
        return URI.create(server.getScheme() + "://127.0.0.1:" + listener.getLocalPort());
    }

    /** {@return the number of connections that were reset} */
    public int resets() {
        return resets.get();
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            if (random.nextDouble() < probability) {
                resets.incrementAndGet();
                // Closing with a linger time of zero sends a reset.
                client.setSoLinger(true, 0);
                client.close();
            } else {
                daemon(() -> forward(client));
            }
        }
    }

    private void forward(Socket client) throws IOException {
        try (client;
                Socket target = new Socket(InetAddress.ofLiteral("127.0.0.1"), server.getPort())) {
            daemon(() -> {
                client.getInputStream().transferTo(target.getOutputStream());
                target.shutdownOutput();
            });
            target.getInputStream().transferTo(client.getOutputStream());
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }

    /** Work that ends when a socket is closed. */
    @FunctionalInterface
    private interface SocketWork {
        void run() throws IOException;
    }

    private static void daemon(SocketWork work) {
        Thread.ofPlatform().daemon().name("unreliable-link").start(() -> {
            try {
                work.run();
            } catch (IOException closed) {
                // One end closed its connection, which ends this one.
            }
        });
    }
}
