package cco.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The faults of real servers, by accident or by attack. */
public enum Faults implements Fault {
    /** Responds as a correct server does. */
    NONE(FaultyExchange::serve),
    /** Accepts the request and sends nothing. */
    STALLED_BEFORE_HEADERS(FaultyExchange::stall),
    /** Sends the headers and then nothing more. */
    STALLED_AFTER_HEADERS(exchange -> {
        exchange.goodHead();
        exchange.stall();
    }),
    /** Sends the first half of the body and then nothing more. */
    STALLED_HALFWAY(exchange -> {
        exchange.goodHead();
        exchange.body(0, exchange.size() / 2);
        exchange.stall();
    }),
    /** Sends headers without end, one byte every 20 ms. */
    DRIPPING_HEADERS(exchange -> {
        exchange.send("HTTP/1.1 200 OK\r\n");
        exchange.drip("X-Slow: yes\r\n".getBytes(StandardCharsets.US_ASCII));
    }),
    /** Repeats the body without end, one byte every 20 ms. */
    DRIPPING_BODY(exchange -> {
        exchange.goodHead();
        exchange.drip(exchange.bytes());
    }),
    /** Sends an endless extension of a chunk size, one byte every 20 ms. */
    DRIPPING_CHUNK_HEADER(exchange -> {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("5;");
        exchange.drip(new byte[] {'x'});
    }),
    /** Sends headers without end, at full speed. */
    ENDLESS_HEADERS(exchange -> {
        exchange.send("HTTP/1.1 200 OK\r\n");
        exchange.flood("X-More: and more\r\n");
    }),
    /** Sends {@code 100 Continue} without end and no final response. */
    ENDLESS_CONTINUE(exchange -> exchange.flood("HTTP/1.1 100 Continue\r\n\r\n")),
    /** Sends {@code 103 Early Hints} without end and no final response. */
    ENDLESS_EARLY_HINTS(exchange -> exchange.flood("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")),
    /** Sends an empty chunked body and then trailers without end. */
    ENDLESS_TRAILERS(exchange -> {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("0\r\n");
        exchange.flood("X-More: and more\r\n");
    }),
    /** Sends the file without a length and then more bytes without end. */
    ENDLESS_BODY(exchange -> {
        exchange.head("200 OK");
        exchange.body(0, exchange.size());
        exchange.flood("more");
    }),
    /** Announces the full length and closes the connection after half of the body. */
    TRUNCATED(exchange -> {
        exchange.goodHead();
        exchange.body(0, exchange.size() / 2);
    }),
    /** Breaks off in the middle of the requested range. */
    CUT(exchange -> {
        long from = Math.min(exchange.request().offset(), exchange.size());
        String range = "Content-Range: bytes " + from + "-" + (exchange.size() - 1) + "/" + exchange.size();
        exchange.head(
                from > 0 ? "206 Partial Content" : "200 OK",
                "ETag: " + exchange.tag(),
                "Content-Length: " + (exchange.size() - from),
                from > 0 ? range : "Accept-Ranges: bytes");
        exchange.body(from, from + (exchange.size() - from) / 2);
    }),
    /** Announces no length and closes the connection after half of the body. */
    TRUNCATED_WITHOUT_LENGTH(exchange -> {
        exchange.head("200 OK");
        exchange.body(0, exchange.size() / 2);
    }),
    /** Flips one bit in the middle of the file. */
    CORRUPT(exchange -> {
        byte[] bytes = exchange.bytes();
        bytes[bytes.length / 2] ^= 1;
        exchange.goodHead();
        exchange.send(bytes);
    }),
    /** Announces a length of 10 bytes more than the file has. */
    WRONG_LENGTH(exchange -> {
        exchange.head("200 OK", "Content-Length: " + (exchange.size() + 10));
        exchange.body(0, exchange.size());
    }),
    /** Sends a range that starts one byte after the requested one. */
    WRONG_RANGE(exchange -> {
        long from = exchange.request().offset();
        if (from == 0) {
            exchange.serve();
            return;
        }
        String range = "Content-Range: bytes " + (from + 1) + "-" + (exchange.size() - 1) + "/" + exchange.size();
        exchange.head("206 Partial Content", range, "Content-Length: " + (exchange.size() - from - 1));
        exchange.body(from + 1, exchange.size());
    }),
    /** Sends the whole file with status 200, even if the client requests a range. */
    IGNORES_RANGE(exchange -> {
        exchange.goodHead();
        exchange.body(0, exchange.size());
    }),
    /** Responds with status 416 if the client requests a range. */
    REFUSES_RANGE(exchange -> {
        if (exchange.request().offset() == 0) {
            exchange.serve();
        } else {
            exchange.head("416 Range Not Satisfiable", "Content-Range: bytes */" + exchange.size());
        }
    }),
    /** Sends the file with another tag, as if it had changed. */
    CHANGED(exchange -> exchange.serve("\"another state\"")),
    /** Compresses the body with gzip, although the client did not ask for it. */
    COMPRESSED(exchange -> {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(exchange.bytes());
        }
        exchange.head("200 OK", "Content-Encoding: gzip", "Content-Length: " + compressed.size());
        exchange.send(compressed.toByteArray());
    }),
    /** Responds with the greeting of a mail server. */
    NOT_HTTP(exchange -> exchange.send("220 mail.example.com ESMTP\r\n")),
    /** Closes the connection without a response. */
    HANGS_UP(_ -> {});

    private final Fault fault;

    Faults(Fault fault) {
        this.fault = fault;
    }

    @Override
    public void answer(FaultyExchange exchange) throws IOException {
        fault.answer(exchange);
    }
}
