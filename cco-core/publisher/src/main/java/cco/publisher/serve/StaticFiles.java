package cco.publisher.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** Serves the files of one folder to GET and HEAD requests, and answers 404 to all other paths. */
final class StaticFiles implements HttpHandler {

    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Path root;

    StaticFiles(Path folder) throws IOException {
        this.root = folder.toRealPath();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            Optional<Path> file = find(exchange.getRequestURI().getPath());
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_BAD_METHOD, -1);
            } else if (file.isEmpty()) {
                exchange.sendResponseHeaders(HttpURLConnection.HTTP_NOT_FOUND, -1);
            } else {
                serve(exchange, file.get());
            }
        }
    }

    /** Finds the file of a decoded path. It follows links only inside the folder. */
    private Optional<Path> find(String path) {
        try {
            Path file = root;
            for (String segment : path.substring(1).split("/", -1)) {
                if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.contains("\\")) {
                    return Optional.empty();
                }
                file = file.resolve(segment);
            }
            Path real = file.toRealPath();
            return real.startsWith(root) && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException _) {
            // A client does not learn whether a file is missing, unreadable or has an impossible name.
            return Optional.empty();
        }
    }

    private static void serve(HttpExchange exchange, Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        long size = attributes.size();
        String tag = "\"%x-%x\""
                .formatted(size, attributes.lastModifiedTime().toInstant().toEpochMilli());
        Optional<ByteRange> range = range(exchange.getRequestHeaders(), tag, size);
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", tag);
        headers.set("Accept-Ranges", "bytes");
        if (range.isPresent() && !range.get().isSatisfiable()) {
            headers.set("Content-Range", "bytes */" + size);
            exchange.sendResponseHeaders(RANGE_NOT_SATISFIABLE, -1);
            return;
        }
        headers.set("Content-Type", type(file));
        range.ifPresent(r -> headers.set("Content-Range", "bytes %d-%d/%d".formatted(r.first(), r.last(), size)));
        int status = range.isPresent() ? HttpURLConnection.HTTP_PARTIAL : HttpURLConnection.HTTP_OK;
        send(exchange, status, file, range.orElse(new ByteRange(0, size - 1)));
    }

    private static Optional<ByteRange> range(Headers request, String tag, long size) {
        String condition = request.getFirst("If-Range");
        return condition == null || condition.equals(tag)
                ? ByteRange.parse(request.getFirst("Range"), size)
                : Optional.empty();
    }

    private static void send(HttpExchange exchange, int status, Path file, ByteRange range) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(range.length()));
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        // HttpServer reads 0 as an unknown length, and -1 as an empty body.
        exchange.sendResponseHeaders(status, range.length() == 0 ? -1 : range.length());
        try (FileChannel channel = FileChannel.open(file);
                OutputStream body = exchange.getResponseBody();
                WritableByteChannel target = Channels.newChannel(body)) {
            long sent = 0;
            while (sent < range.length()) {
                long count = channel.transferTo(range.first() + sent, range.length() - sent, target);
                if (count <= 0) {
                    throw new IOException(file + " became shorter while it was served");
                }
                sent += count;
            }
        }
    }

    private static String type(Path file) {
        return file.toString().endsWith(".json") ? "application/json" : "application/octet-stream";
    }
}
