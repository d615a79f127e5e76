package cco.core.http;

import cco.core.disk.BlockInputStream;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** One connection to a server, which sends requests and reads responses one after the other (RFC 9112). */
final class HttpConnection implements Closeable {

    private static final int BUFFER = 1 << 14;
    private static final int MAX_DRAINED = 1 << 14;
    private static final Duration DRAIN_TIME = Duration.ofMillis(250);

    private final Socket socket;
    private final InputStream in;
    private boolean answered;

    /** @param socket connected, and encrypted if the server's address is https */
    HttpConnection(Socket socket, Duration timeout) throws IOException {
        this.socket = socket;
        this.in = new BufferedInputStream(new Words(socket.getInputStream()), BUFFER);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(millis(timeout));
    }

    /** Zero would mean no limit. */
    static int millis(Duration timeout) {
        return Math.clamp(timeout.toMillis(), 1, Integer.MAX_VALUE);
    }

    /**
     * Sends a request and reads the head of its response.
     *
     * @throws BrokenConnectionException if the connection ends before the response
     */
    ResponseHead send(String method, URI address, Map<String, String> headers, byte[] body) throws IOException {
        StringBuilder head = new StringBuilder();
        head.append(method).append(' ').append(target(address)).append(" HTTP/1.1\r\n");
        header(head, "Host", host(address));
        headers.forEach((name, value) -> header(head, name, value));
        head.append("\r\n");
        byte[] start = head.toString().getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[start.length + body.length];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(body, 0, request, start.length, body.length);
        try {
            socket.getOutputStream().write(request);
            socket.getOutputStream().flush();
        } catch (IOException e) {
            throw new BrokenConnectionException("the connection ended before the request was sent", e);
        }
        ResponseHead response = ResponseHead.read(in);
        answered = true;
        return response;
    }

    private static void header(StringBuilder head, String name, String value) {
        // A line break in a value would start another header.
        head.append(name)
                .append(": ")
                .append(value.replaceAll("[\\r\\n\\x00]", " "))
                .append("\r\n");
    }

    private static String target(URI address) {
        URI ascii = URI.create(address.toASCIIString());
        String path = ascii.getRawPath() == null || ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        return ascii.getRawQuery() == null ? path : path + "?" + ascii.getRawQuery();
    }

    private static String host(URI address) {
        return address.getPort() < 0 ? address.getHost() : address.getHost() + ":" + address.getPort();
    }

    /** Whether a response came on this connection, so that the server may have closed it since. */
    boolean hasAnswered() {
        return answered;
    }

    /**
     * The body that follows a head.
     *
     * @throws IOException if the headers contradict each other about its length
     */
    InputStream body(ResponseHead head) throws IOException {
        List<String> codings = head.values("Transfer-Encoding");
        if (!codings.isEmpty()) {
            if (codings.size() > 1 || !codings.getFirst().equalsIgnoreCase("chunked")) {
                throw new IOException("the server uses a transfer coding that cco does not know");
            }
            return new ChunkedStream(in);
        }
        OptionalLong length = length(head);
        return length.isPresent() ? new FixedStream(in, length.getAsLong()) : in;
    }

    /** RFC 9110 8.6: repeated lengths must agree. */
    static OptionalLong length(ResponseHead head) throws IOException {
        if (!head.values("Transfer-Encoding").isEmpty()) {
            return OptionalLong.empty();
        }
        List<String> lengths = head.values("Content-Length").stream().distinct().toList();
        if (lengths.isEmpty()) {
            return OptionalLong.empty();
        }
        if (lengths.size() > 1 || !lengths.getFirst().matches("\\d{1,18}")) {
            throw new IOException("the server sends no valid length");
        }
        return OptionalLong.of(Long.parseLong(lengths.getFirst()));
    }

    /** Whether another request may follow once the body has been read. */
    static boolean isReusable(ResponseHead head) {
        boolean delimited = head.headers().containsKey("Transfer-Encoding")
                || head.headers().containsKey("Content-Length");
        return head.persistent() && delimited;
    }

    /** Reads the rest of a small body that nobody needs, so that the connection can be used again. */
    boolean drain(ResponseHead head) {
        if (!isReusable(head)) {
            return false;
        }
        long end = System.nanoTime() + DRAIN_TIME.toNanos();
        byte[] buffer = new byte[BUFFER];
        try {
            int timeout = socket.getSoTimeout();
            socket.setSoTimeout(millis(DRAIN_TIME));
            InputStream body = body(head);
            int total = 0;
            for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                total += count;
                if (total > MAX_DRAINED || System.nanoTime() > end) {
                    return false;
                }
            }
            socket.setSoTimeout(timeout);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Also ends a read or write on another thread. */
    @Override
    public void close() {
        SocketGuard.quietly(socket);
    }

    /** Says in words how the connection ended. */
    private static final class Words extends FilterInputStream {

        Words(InputStream stream) {
            super(stream);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (SocketTimeoutException e) {
                throw e;
            } catch (IOException e) {
                throw new BrokenConnectionException(String.valueOf(e.getMessage()), e);
            }
        }
    }

    /** A body whose length is known. */
    private static final class FixedStream extends BlockInputStream {

        private final InputStream stream;
        private long left;

        FixedStream(InputStream stream, long length) {
            this.stream = stream;
            this.left = length;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int count = stream.read(buffer, offset, (int) Math.min(length, left));
            if (count < 0) {
                throw new BrokenConnectionException("the server closed the connection", null);
            }
            left -= count;
            return count;
        }
    }
}
