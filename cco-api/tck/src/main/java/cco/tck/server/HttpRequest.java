package cco.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as the client sent it.
 *
 * @param method as in the request line, such as {@code GET}
 * @param target as in the request line
 * @param headers by name, in any case
 */
public record HttpRequest(String method, String target, Map<String, String> headers) {

    /**
     * Reads the head of a request and leaves a body in the stream.
     *
     * @param stream what the client sends, from the start of the request line
     * @return the request without its body
     * @throws EOFException if the client closes the connection first
     */
    public static HttpRequest read(InputStream stream) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = stream.read();
            if (next < 0) {
                throw new EOFException("no request");
            }
            head.write(next);
        }
        String[] lines = head.toString(StandardCharsets.ISO_8859_1).split("\r\n");
        String[] words = lines[0].split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < lines.length; i++) {
            String[] pair = lines[i].split(": *", 2);
            headers.put(pair[0], pair[1]);
        }
        return new HttpRequest(words[0], words[1], headers);
    }

    /** {@return the path, decoded, without a query} */
    public String path() {
        // URLDecoder is for forms, where a plus is a blank. In a path it is not.
        return URLDecoder.decode(target.split("\\?", 2)[0].replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * {@return a header by its name, in any case; empty if it is absent}
     *
     * @param name such as {@code If-Range}
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** {@return the first byte of the requested range; 0 without a range} */
    public long offset() {
        return header("Range")
                .map(range -> Long.parseLong(range.replaceAll("bytes=(\\d+)-", "$1")))
                .orElse(0L);
    }
}
