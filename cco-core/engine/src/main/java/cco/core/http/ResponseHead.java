package cco.core.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The status line and headers of a response (RFC 9112 sections 4 and 5).
 *
 * @param persistent whether the server keeps the connection open
 * @param headers by name, in any case
 */
record ResponseHead(int status, boolean persistent, Map<String, List<String>> headers) {

    private static final int MAX_INTERIM = 16;
    private static final int SWITCHING_PROTOCOLS = 101;
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.(\\d) (\\d{3})(?: .*)?");
    private static final Pattern HEADER = Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*(.*?)[ \\t]*");

    /**
     * Reads a final response and skips the interim ones (RFC 9110 section 15.2).
     *
     * @throws BrokenConnectionException if the connection ends before the first byte
     * @throws IOException if the response is not HTTP/1, or exceeds a limit
     */
    static ResponseHead read(InputStream stream) throws IOException {
        LineReader lines = new LineReader(stream, "the headers");
        for (int interim = 0; interim <= MAX_INTERIM; interim++) {
            ResponseHead head = readOne(lines);
            if (head.status >= 200 || head.status == SWITCHING_PROTOCOLS) {
                return head;
            }
        }
        throw new IOException("the server sends more than " + MAX_INTERIM + " interim responses");
    }

    private static ResponseHead readOne(LineReader lines) throws IOException {
        Matcher status = STATUS_LINE.matcher(lines.next());
        if (!status.matches()) {
            throw new IOException("the answer is not http");
        }
        boolean isHttp10 = status.group(1).equals("0");
        Map<String, List<String>> headers = headers(lines);
        boolean persistent = isHttp10 ? says(headers, "keep-alive") : !says(headers, "close");
        return new ResponseHead(Integer.parseInt(status.group(2)), persistent, headers);
    }

    private static Map<String, List<String>> headers(LineReader lines) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
            Matcher header = HEADER.matcher(line);
            // RFC 9112 5.2: folded lines are obsolete, and nothing here needs a header that has one.
            if (header.matches()) {
                headers.computeIfAbsent(header.group(1), _ -> new ArrayList<>()).add(header.group(2));
            }
        }
        return headers;
    }

    private static boolean says(Map<String, List<String>> headers, String option) {
        return String.join(",", headers.getOrDefault("Connection", List.of()))
                .toLowerCase(Locale.ROOT)
                .contains(option);
    }

    /** The first value of a header. */
    Optional<String> header(String name) {
        return values(name).stream().findFirst();
    }

    /** All values of a header. */
    List<String> values(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
