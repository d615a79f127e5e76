package cco.tck.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/** The faults of real servers, by accident or by attack. */
public enum Faults implements Fault {
    NONE(FaultyExchange::serve),
    STALLED_BEFORE_HEADERS(FaultyExchange::stall),
    STALLED_AFTER_HEADERS(exchange -> {
        exchange.goodHead();
        exchange.stall();
    }),
    STALLED_HALFWAY(exchange -> {
        exchange.goodHead();
        exchange.body(0, exchange.size() / 2);
        exchange.stall();
    }),
    DRIPPING_HEADERS(exchange -> {
        exchange.send("HTTP/1.1 200 OK\r\n");
        exchange.drip("X-Slow: yes\r\n".getBytes(StandardCharsets.US_ASCII));
    }),
    DRIPPING_BODY(exchange -> {
        exchange.goodHead();
        exchange.drip(exchange.bytes());
    }),
    DRIPPING_CHUNK_HEADER(exchange -> {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("5;");
        exchange.drip(new byte[] {'x'});
    }),
    ENDLESS_HEADERS(exchange -> {
        exchange.send("HTTP/1.1 200 OK\r\n");
        exchange.flood("X-More: and more\r\n");
    }),
    ENDLESS_CONTINUE(exchange -> exchange.flood("HTTP/1.1 100 Continue\r\n\r\n")),
    ENDLESS_EARLY_HINTS(exchange -> exchange.flood("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n")),
    ENDLESS_TRAILERS(exchange -> {
        exchange.head("200 OK", "Transfer-Encoding: chunked");
        exchange.send("0\r\n");
        exchange.flood("X-More: and more\r\n");
    }),
    ENDLESS_BODY(exchange -> {
        exchange.head("200 OK");
        exchange.body(0, exchange.size());
        exchange.flood("more");
    }),
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
    TRUNCATED_WITHOUT_LENGTH(exchange -> {
        exchange.head("200 OK");
        exchange.body(0, exchange.size() / 2);
    }),
    CORRUPT(exchange -> {
        byte[] bytes = exchange.bytes();
        bytes[bytes.length / 2] ^= 1;
        exchange.goodHead();
        exchange.send(bytes);
    }),
    WRONG_LENGTH(exchange -> {
        exchange.head("200 OK", "Content-Length: " + (exchange.size() + 10));
        exchange.body(0, exchange.size());
    }),
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
    IGNORES_RANGE(exchange -> {
        exchange.goodHead();
        exchange.body(0, exchange.size());
    }),
    REFUSES_RANGE(exchange -> {
        if (exchange.request().offset() == 0) {
            exchange.serve();
        } else {
            exchange.head("416 Range Not Satisfiable", "Content-Range: bytes */" + exchange.size());
        }
    }),
    CHANGED(exchange -> exchange.serve("\"another state\"")),
    COMPRESSED(exchange -> {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(exchange.bytes());
        }
        exchange.head("200 OK", "Content-Encoding: gzip", "Content-Length: " + compressed.size());
        exchange.send(compressed.toByteArray());
    }),
    NOT_HTTP(exchange -> exchange.send("220 mail.example.com ESMTP\r\n")),
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
