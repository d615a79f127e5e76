package cco.core.http;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A SOCKS 5 proxy that connects every request to one local port, if the client sends the expected login. */
final class TinySocks implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    final List<String> targets = new CopyOnWriteArrayList<>();
    private final int target;
    private final Optional<String> login;
    private final int reply;

    /** @param reply the code of RFC 1928 section 6; 0 to connect */
    TinySocks(int target, Optional<String> login, int reply) throws IOException {
        this.target = target;
        this.login = login;
        this.reply = reply;
        daemon(() -> {
            while (true) {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            }
        });
    }

    int port() {
        return listener.getLocalPort();
    }

    private void serve(Socket client) throws IOException {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            in.readUnsignedByte();
            byte[] methods = in.readNBytes(in.readUnsignedByte());
            boolean offersLogin = new String(methods).indexOf(2) >= 0;
            if (login.isPresent() && !offersLogin) {
                client.getOutputStream().write(new byte[] {5, (byte) 0xff});
                return;
            }
            client.getOutputStream().write(new byte[] {5, (byte) (login.isPresent() ? 2 : 0)});
            if (login.isPresent() && !accepts(in, client)) {
                return;
            }
            request(in, client);
        }
    }

    private boolean accepts(DataInputStream in, Socket client) throws IOException {
        in.readUnsignedByte();
        String user = text(in);
        boolean accepted = login.get().equals(user + ":" + text(in));
        client.getOutputStream().write(new byte[] {1, (byte) (accepted ? 0 : 1)});
        return accepted;
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.UTF_8);
    }

    private void request(DataInputStream in, Socket client) throws IOException {
        in.readNBytes(3);
        String host =
                switch (in.readUnsignedByte()) {
                    case 1 -> InetAddress.getByAddress(in.readNBytes(4)).getHostAddress();
                    case 4 -> InetAddress.getByAddress(in.readNBytes(16)).getHostAddress();
                    default -> text(in);
                };
        targets.add(host + ":" + in.readUnsignedShort());
        client.getOutputStream().write(new byte[] {5, (byte) reply, 0, 1, 0, 0, 0, 0, 0, 0});
        if (reply == 0) {
            try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), target)) {
                daemon(() -> client.getInputStream().transferTo(server.getOutputStream()));
                server.getInputStream().transferTo(client.getOutputStream());
            }
        }
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
            } catch (IOException closed) {
                // One end closed its connection, which ends this one.
            }
        });
    }
}
