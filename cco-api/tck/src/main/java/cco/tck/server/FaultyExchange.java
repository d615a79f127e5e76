package cco.tck.server;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** One request, with the building blocks of correct and faulty responses. */
public final class FaultyExchange {

    private static final Duration DRIP = Duration.ofMillis(20);

    private final HttpRequest request;
    private final Path file;
    private final Socket socket;
    private final OutputStream out;
    private final boolean mayKeep;
    private boolean kept;

    FaultyExchange(HttpRequest request, Path folder, Socket socket, boolean mayKeep) throws IOException {
        this.mayKeep = mayKeep;
        this.request = request;
        this.file = folder.resolve(request.path().substring(1));
        this.socket = socket;
        this.out = socket.getOutputStream();
    }

    /** Whether another request may follow on the same connection. */
    boolean keepsConnection() {
        return kept;
    }

    /** {@return the client's request} */
    public HttpRequest request() {
        return request;
    }

    /**
     * {@return the size of the requested file in bytes}
     *
     * @throws IOException if the file is missing
     */
    public long size() throws IOException {
        return Files.size(file);
    }

    /**
     * {@return the tag of the file's current state}
     *
     * @throws IOException if the file is missing
     */
    public String tag() throws IOException {
        return "\"%x-%x\"".formatted(size(), Files.getLastModifiedTime(file).toMillis());
    }

    /**
     * Responds as a correct server does, with ranges, a strong tag, If-Range and 404.
     *
     * @throws IOException if the file cannot be read or the client closes the connection
     */
    public void serve() throws IOException {
        serve(Files.isRegularFile(file) ? tag() : "");
    }

    /**
     * Responds as a correct server does, with this tag.
     *
     * @param tag the value of the ETag header, with its quotation marks
     * @throws IOException if the file cannot be read or the client closes the connection
     */
    public void serve(String tag) throws IOException {
        kept = mayKeep;
        if (!Files.isRegularFile(file)) {
            head("404 Not Found", "Content-Length: 0");
            return;
        }
        boolean ranged =
                request.offset() > 0 && request.header("If-Range").orElse(tag).equals(tag);
        long from = ranged ? request.offset() : 0;
        String range = "Content-Range: bytes " + from + "-" + (size() - 1) + "/" + size();
        head(
                ranged ? "206 Partial Content" : "200 OK",
                "ETag: " + tag,
                "Content-Length: " + (size() - from),
                ranged ? range : "Accept-Ranges: bytes");
        body(from, size());
    }

    /**
     * Sends a status line and headers. A fault closes the connection afterwards.
     *
     * @param status the status code and the reason phrase, such as {@code 404 Not Found}
     * @param headers whole lines such as {@code Content-Length: 0}, without a line end; may be empty
     * @throws IOException if the client closes the connection
     */
    public void head(String status, String... headers) throws IOException {
        send("HTTP/1.1 " + status + "\r\nConnection: " + (kept ? "keep-alive" : "close") + "\r\n");
        for (String header : headers) {
            send(header + "\r\n");
        }
        send("\r\n");
    }

    /**
     * Sends the head of a correct response with the whole file.
     *
     * @throws IOException if the file cannot be read or the client closes the connection
     */
    public void goodHead() throws IOException {
        head("200 OK", "ETag: " + tag(), "Content-Length: " + size());
    }

    /**
     * Sends a range of the file's bytes.
     *
     * @param from the first byte to send, counted from 0
     * @param to the end of the range, which is not sent; at most the size of the file
     * @throws IOException if the file cannot be read or the client closes the connection
     */
    public void body(long from, long to) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            WritableByteChannel target = Channels.newChannel(out);
            for (long at = from; at < to; ) {
                at += channel.transferTo(at, to - at, target);
            }
        }
        out.flush();
    }

    /**
     * Sends text in ISO 8859-1, the encoding of headers.
     *
     * @param text may be empty; line ends must be CR LF where HTTP requires them
     * @throws IOException if the client closes the connection
     */
    public void send(String text) throws IOException {
        send(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Sends bytes and flushes them.
     *
     * @param bytes may be empty; they are sent unchanged
     * @throws IOException if the client closes the connection
     */
    public void send(byte[] bytes) throws IOException {
        out.write(bytes);
        out.flush();
    }

    /**
     * Stays silent until the client or the server closes the connection.
     *
     * @throws IOException if the connection breaks
     */
    public void stall() throws IOException {
        while (socket.getInputStream().read() >= 0) {
            continue;
        }
    }

    /**
     * Repeats the bytes, one every 20 ms, until the client closes the connection.
     *
     * @param bytes at least one byte
     * @throws IOException when the client closes the connection
     */
    public void drip(byte[] bytes) throws IOException {
        for (int i = 0; ; i = (i + 1) % bytes.length) {
            send(new byte[] {bytes[i]});
            LockSupport.parkNanos(DRIP.toNanos());
        }
    }

    /**
     * Repeats the text at full speed until the client closes the connection.
     *
     * @param text ISO 8859-1 characters, not empty
     * @throws IOException when the client closes the connection
     */
    public void flood(String text) throws IOException {
        byte[] bytes = text.repeat(1000).getBytes(StandardCharsets.ISO_8859_1);
        while (true) {
            send(bytes);
        }
    }

    /**
     * {@return the whole file, for faults that change its bytes}
     *
     * @throws IOException if the file cannot be read
     */
    public byte[] bytes() throws IOException {
        return Files.readAllBytes(file);
    }
}
