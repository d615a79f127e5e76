package cco.core.http;

import cco.api.Content;
import cco.api.HttpStatusException;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The meaning of a response's status and headers for the download of one file (RFC 9110). */
record HttpResponse(ResponseHead head, URI address) {

    private static final int RANGE_NOT_SATISFIABLE = 416;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (\\d{1,18})-(\\d{1,18})/(\\d{1,18}|\\*)");
    private static final Pattern RETRY_AFTER = Pattern.compile("[A-Za-z0-9 ,:]{1,40}");
    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]{0,200}\"");

    /**
     * The address to ask instead, if the response is a redirect.
     *
     * @throws IOException if it must not be asked
     */
    Optional<URI> redirect() throws IOException {
        return REDIRECTS.contains(head.status())
                ? Optional.of(Addresses.redirect(address, head.header("Location")))
                : Optional.empty();
    }

    /** Returns whether the server asks for a login. */
    boolean wantsLogin() {
        return head.status() == HttpURLConnection.HTTP_UNAUTHORIZED;
    }

    /** RFC 9110 15.3.7: a response to a range may be another one, or none. */
    boolean refusesRange(long offset) {
        boolean partial = head.status() == HttpURLConnection.HTTP_PARTIAL;
        return offset > 0 && (head.status() == RANGE_NOT_SATISFIABLE || partial && start() != offset);
    }

    /**
     * Checks that the response has the file's bytes.
     *
     * @param ranged whether the request was for a range
     * @throws NoSuchFileException on 404 and 410
     * @throws AccessDeniedException on 403, which some stores return for a missing file
     * @throws HttpStatusException on every other status except 200 and, if a range was requested, 206
     * @throws IOException if the server compresses the file
     */
    void requireFile(boolean ranged) throws IOException {
        int status = head.status();
        if (status == HttpURLConnection.HTTP_OK || ranged && status == HttpURLConnection.HTTP_PARTIAL) {
            requireIdentity();
            return;
        }
        // Without the query, which may be a key to the file, as in the URLs that stores sign.
        String file = address.getScheme() + "://" + address.getRawAuthority() + address.getRawPath();
        HttpStatusException failure = failure("http status " + status);
        throw (IOException)
                switch (status) {
                    case HttpURLConnection.HTTP_NOT_FOUND, HttpURLConnection.HTTP_GONE ->
                        new NoSuchFileException(file).initCause(failure);
                    case HttpURLConnection.HTTP_FORBIDDEN ->
                        new AccessDeniedException(file, null, failure.getMessage()).initCause(failure);
                    case HttpURLConnection.HTTP_UNAUTHORIZED ->
                        failure("the server asks for a login (http status 401)");
                    case TOO_MANY_REQUESTS, HttpURLConnection.HTTP_UNAVAILABLE ->
                        failure("the server is busy (http status " + status + ")" + retryAfter());
                    default -> failure;
                };
    }

    private HttpStatusException failure(String message) {
        Map<String, String> headers = new HashMap<>();
        head.headers().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new HttpStatusException(head.status(), address.getHost(), headers, message);
    }

    /** Digests are of the uncompressed file. Servers often label a file so that is a gzip file itself. */
    private void requireIdentity() throws IOException {
        String coding = head.header("Content-Encoding").orElse("identity");
        boolean archive = address.getPath().toLowerCase(Locale.ROOT).matches(".*\\.(gz|tgz)");
        if (!coding.equalsIgnoreCase("identity") && !archive) {
            throw new IOException("the server compresses the file, though cco asked it not to");
        }
    }

    /** The content with this body. */
    Content content(InputStream body) throws IOException {
        OptionalLong length = HttpConnection.length(head);
        long offset = head.status() == HttpURLConnection.HTTP_PARTIAL ? start() : 0;
        return new Content(body, offset, length, validator());
    }

    private long start() {
        Matcher matcher = CONTENT_RANGE.matcher(head.header("Content-Range").orElse(""));
        return matcher.matches() ? Long.parseLong(matcher.group(1)) : -1;
    }

    private String retryAfter() {
        Optional<String> value = head.header("Retry-After")
                .filter(text -> RETRY_AFTER.matcher(text).matches());
        return value.map(text -> ": retry after " + text + (Character.isDigit(text.charAt(0)) ? " s" : ""))
                .orElse("");
    }

    /** A strong tag, or a date that is strong because it is a second older than the response (RFC 9110 8.8.2.2). */
    private Optional<String> validator() {
        Optional<String> tag = head.header("ETag");
        if (tag.isPresent()) {
            return tag.filter(text -> STRONG_TAG.matcher(text).matches());
        }
        Optional<String> modified = head.header("Last-Modified");
        Optional<Instant> limit = modified.flatMap(HttpResponse::date).map(time -> time.plusSeconds(1));
        Optional<Instant> sent = head.header("Date").flatMap(HttpResponse::date);
        return limit.isPresent() && sent.isPresent() && !sent.get().isBefore(limit.get()) ? modified : Optional.empty();
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
