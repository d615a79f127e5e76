package cco.core.http;

import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.HttpStatusException;
import cco.api.Origin;
import cco.api.OriginException;
import cco.core.error.SourceException;
import cco.core.fetch.FetchLab;
import cco.tck.server.Fault;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A busy server says when to try again; nonsense is ignored. */
class RetryAfterTest {

    private static final String DATE = "Fri, 02 Jan 2026 10:00:00 GMT";

    @TempDir
    private Path temporary;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            429 | Retry-After: 3600                                     | PT1H
            503 | retry-after: 7                                        | PT7S
            403 | Retry-After: 60                                       | PT1M
            500 | Retry-After: 60                                       |
            429 | Other: 60                                             |
            429 | Retry-After: soon                                     |
            429 | Retry-After: -1                                       |
            429 | Retry-After: 99999999999999999999                     |
            503 | Retry-After: Fri, 02 Jan 2026 10:30:00 GMT            | PT30M
            503 | Retry-After: Fri, 02 Jan 2026 09:30:00 GMT            |
            403 | X-RateLimit-Remaining: 0; X-RateLimit-Reset: 1767348900 | PT15M
            403 | X-RateLimit-Remaining: 1; X-RateLimit-Reset: 1767348900 |
            """)
    void retryAfter_isReadFromTheResponse(int status, String headers, Duration wait) {
        Map<String, String> fields = new HashMap<>(Map.of("Date", DATE));
        for (String header : headers.split("; ")) {
            fields.put(header.split(": ")[0], header.split(": ")[1]);
        }
        IOException answer = new HttpStatusException(status, "example.com", fields, "busy");
        assertEquals(Optional.ofNullable(wait), RetryAfter.of(answer));
        IOException explained = new IOException(new OriginException("the limit is used up", "wait", answer));
        assertEquals(Optional.ofNullable(wait), RetryAfter.of(explained), "however the source words it");
    }

    @Test
    void date_needsTheServersClock() {
        assertEquals(
                Optional.empty(),
                RetryAfter.of(new HttpStatusException(503, "example.com", Map.of("Retry-After", DATE), "busy")));
    }

    @Test
    void severalOrigins_theLongestWaitCounts() throws IOException {
        FetchLab lab = new FetchLab(temporary);
        try (FaultyServer one = FaultyServer.serving(temporary);
                FaultyServer other = FaultyServer.serving(temporary)) {
            one.fail("list", Fault.status("429 Too Many Requests", "Retry-After: 30"));
            other.fail("list", Fault.status("503 Service Unavailable", "Retry-After: 90"));
            List<Origin> origins = List.of(new FetchLab.Mirror(one.address()), new FetchLab.Mirror(other.address()));
            SourceException busy = assertThrows(
                    SourceException.class,
                    () -> lab.fetcher(PATIENT).document(origins, "list", 10, document -> document));
            assertEquals(Optional.of(Duration.ofSeconds(90)), busy.retryAfter());
        }
    }
}
