package cco.core.http;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.PasswordAuthentication;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Asks a SOCKS 5 proxy for a connection to a server (RFC 1928, RFC 1929). */
record SocksTunnel(ProxyServer proxy, Socket socket) {

    private static final int VERSION = 5;
    private static final int NO_LOGIN = 0;
    private static final int PASSWORD = 2;
    private static final int NONE_ACCEPTABLE = 0xff;
    private static final int CONNECT = 1;
    private static final int IPV4 = 1;
    private static final int NAME = 3;
    private static final int IPV6 = 4;

    /** RFC 1928 section 6, from 1. */
    private static final String[] REPLIES = {
        "general failure",
        "not allowed",
        "network unreachable",
        "host unreachable",
        "connection refused",
        "time to live expired",
        "command not supported",
        "address type not supported"
    };

    private static final int NOT_ALLOWED = 2;

    /**
     * Connects to the server.
     *
     * @param address the server's address; nothing if the proxy resolves the name
     */
    void open(String host, Optional<InetAddress> address, int port) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        OutputStream out = socket.getOutputStream();
        try {
            greet(in, out);
            byte[] name = address.map(InetAddress::getAddress).orElseGet(() -> ascii(host));
            byte[] request = new byte[name.length + (address.isPresent() ? 6 : 7)];
            request[0] = VERSION;
            request[1] = CONNECT;
            request[3] = (byte) (address.isEmpty() ? NAME : name.length == 4 ? IPV4 : IPV6);
            if (address.isEmpty()) {
                request[4] = (byte) name.length;
            }
            System.arraycopy(name, 0, request, request.length - 2 - name.length, name.length);
            request[request.length - 2] = (byte) (port >> 8);
            request[request.length - 1] = (byte) port;
            out.write(request);
            reply(in, host);
        } catch (EOFException e) {
            throw new BrokenConnectionException(proxy.name() + " closed the connection", e);
        }
    }

    private static byte[] ascii(String host) {
        byte[] name = host.getBytes(StandardCharsets.US_ASCII);
        return name.length <= 255 ? name : Arrays.copyOf(name, 255);
    }

    private void greet(DataInputStream in, OutputStream out) throws IOException {
        out.write(
                proxy.login().isPresent()
                        ? new byte[] {VERSION, 2, NO_LOGIN, PASSWORD}
                        : new byte[] {VERSION, 1, NO_LOGIN});
        version(in.readUnsignedByte());
        int method = in.readUnsignedByte();
        if (method == PASSWORD && proxy.login().isPresent()) {
            login(in, out, proxy.login().get());
        } else if (method == NONE_ACCEPTABLE || method == PASSWORD) {
            throw ProxyException.login(proxy, "");
        } else if (method != NO_LOGIN) {
            throw ProxyException.unknownProtocol(proxy, "login method " + method);
        }
    }

    private void login(DataInputStream in, OutputStream out, PasswordAuthentication login) throws IOException {
        byte[] user = login.getUserName().getBytes(StandardCharsets.UTF_8);
        byte[] password = new String(login.getPassword()).getBytes(StandardCharsets.UTF_8);
        if (user.length > 255 || password.length > 255) {
            throw ProxyException.login(proxy, ": they are too long");
        }
        byte[] request = new byte[3 + user.length + password.length];
        request[0] = 1;
        request[1] = (byte) user.length;
        System.arraycopy(user, 0, request, 2, user.length);
        request[2 + user.length] = (byte) password.length;
        System.arraycopy(password, 0, request, 3 + user.length, password.length);
        out.write(request);
        in.readUnsignedByte();
        if (in.readUnsignedByte() != 0) {
            throw ProxyException.login(proxy, "");
        }
    }

    private void reply(DataInputStream in, String host) throws IOException {
        version(in.readUnsignedByte());
        int reply = in.readUnsignedByte();
        if (reply == NOT_ALLOWED) {
            throw ProxyException.forbidden(proxy, host, "");
        }
        if (reply != 0) {
            String reason = reply <= REPLIES.length ? REPLIES[reply - 1] : "error " + reply;
            throw ProxyException.unreachableServer(proxy, host, reason);
        }
        in.readUnsignedByte();
        int type = in.readUnsignedByte();
        int length = type == IPV4 ? 4 : type == IPV6 ? 16 : in.readUnsignedByte();
        in.readFully(new byte[length + 2]);
    }

    private void version(int version) throws ProxyException {
        if (version != VERSION) {
            throw ProxyException.unknownProtocol(proxy, "it does not speak SOCKS 5");
        }
    }
}
