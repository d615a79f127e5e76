package cco.core.http;

import cco.api.Content;
import cco.api.HttpStatusException;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a server's status and headers mean for the download of one file (RFC 9110). Reading the status sends the request
 * and waits for the headers; nothing of the body is read here.
 */
record HttpResponse(HttpURLConnection connection, URI address, int status) {

    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern RETRY_AFTER = Pattern.compile("[A-Za-z0-9 ,:]{1,40}");
    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,200}\"");

    static HttpResponse to(HttpURLConnection connection, URI address) throws IOException {
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not http");
        }
        return new HttpResponse(connection, address, status);
    }

    /** Where to ask instead, if the answer is a redirect. */
    Optional<URI> redirect() throws IOException {
        return REDIRECTS.contains(status)
                ? Optional.of(Addresses.redirect(address, connection.getHeaderField("Location")))
                : Optional.empty();
    }

    /** Whether the server cannot go on at this offset, so that the whole file must be asked for (RFC 9110 15.3.7). */
    boolean refusesRange(long offset) {
        return offset > 0
                && (status == RANGE_NOT_SATISFIABLE || status == HttpURLConnection.HTTP_PARTIAL && start() != offset);
    }

    /**
     * The file's bytes.
     *
     * @param ranged whether a range was asked for
     * @throws NoSuchFileException on 404 and 410
     * @throws AccessDeniedException on 403, which some stores answer for a file that is not there
     * @throws HttpStatusException on every other status but 200 and, if a range was asked for, 206
     * @throws IOException if the server compresses what it sends
     */
    Content content(boolean ranged, Duration timeout) throws IOException {
        requireFile(ranged);
        requireIdentity();
        OptionalLong length = length();
        long offset = status == HttpURLConnection.HTTP_PARTIAL ? start() : 0;
        return new Content(new HttpBody(connection, timeout), offset, length, validator());
    }

    private void requireFile(boolean ranged) throws IOException {
        if (status == HttpURLConnection.HTTP_OK || ranged && status == HttpURLConnection.HTTP_PARTIAL) {
            return;
        }
        // The query is left out because it may be a key to the file, as in the addresses that stores sign.
        String file = address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
        throw (IOException)
                switch (status) {
                    case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                        new NoSuchFileException(file).initCause(failure("http status " + status));
                    case HttpURLConnection.HTTP_FORBIDDEN ->
                        new AccessDeniedException(file, null, "http status " + status)
                                .initCause(failure("http status " + status));
                    case TOO_MANY_REQUESTS, HttpURLConnection.HTTP_UNAVAILABLE ->
                        failure("the server is busy (http status " + status + ")" + retryAfter());
                    default -> failure("http status " + status);
                };
    }

    private HttpStatusException failure(String message) {
        Map<String, String> headers = new HashMap<>();
        connection.getHeaderFields().forEach((name, values) -> {
            if (name != null) {
                headers.put(name, values.getFirst());
            }
        });
        return new HttpStatusException(status, address.getHost(), headers, message);
    }

    /** Compressed unasked, no digest would fit; but servers often label a file so that is gzip by itself. */
    private void requireIdentity() throws IOException {
        String coding = connection.getContentEncoding();
        String path = address.getPath().toLowerCase(Locale.ROOT);
        if (coding != null && !coding.equalsIgnoreCase("identity") && !path.endsWith(".gz") && !path.endsWith(".tgz")) {
            throw new IOException("the server compresses the file although it was asked not to");
        }
    }

    private long start() {
        String range = connection.getHeaderField("Content-Range");
        Matcher matcher = CONTENT_RANGE.matcher(range == null ? "" : range);
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private OptionalLong length() {
        long length = connection.getContentLengthLong();
        return length < 0 ? OptionalLong.empty() : OptionalLong.of(length);
    }

    private String retryAfter() {
        String value = connection.getHeaderField("Retry-After");
        if (value == null || !RETRY_AFTER.matcher(value).matches()) {
            return "";
        }
        return Character.isDigit(value.charAt(0)) ? ": retry after " + value + " s" : ": retry after " + value;
    }

    /** A strong tag, or a date that is strong because it lies a second before the answer's (RFC 9110 8.8.2.2). */
    private Optional<String> validator() {
        String tag = connection.getHeaderField("ETag");
        if (tag != null) {
            return STRONG_TAG.matcher(tag).matches() ? Optional.of(tag) : Optional.empty();
        }
        long modified = connection.getLastModified();
        boolean strong = modified > 0 && connection.getDate() >= modified + 1000;
        return strong ? Optional.of(connection.getHeaderField("Last-Modified")) : Optional.empty();
    }
}
