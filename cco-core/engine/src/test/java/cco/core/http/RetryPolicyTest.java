package cco.core.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.HttpStatusException;
import cco.api.OriginException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are retried, and after how long. */
class RetryPolicyTest {

    private final List<Long> waits = new ArrayList<>();
    private long now = -5;
    private double random = 0;

    private final RetryPolicy policy = new RetryPolicy(
            wait -> {
                waits.add(wait.toMillis());
                now += wait.toNanos();
            },
            () -> random,
            () -> now);

    /** Fails in this way until the policy stops. */
    private void exhaust(IOException failure) {
        RetryPolicy.Attempts attempts = policy.start(Duration.ofMinutes(1));
        assertSame(failure, assertThrows(IOException.class, () -> {
            while (true) {
                attempts.waitAfter(failure);
            }
        }));
    }

    private static HttpStatusException status(int status, String... header) {
        Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
        return new HttpStatusException(status, "mirror.test", headers, "http status " + status);
    }

    @Test
    void brokenConnection_waitsTwiceAsLongEachTime() {
        exhaust(new BrokenConnectionException("reset", null));
        assertEquals(List.of(50L, 100L, 200L, 400L, 800L, 1500L), waits);
    }

    @Test
    void jitter_addsUpToAHalf() {
        random = 0.999;
        exhaust(new BrokenConnectionException("reset", null));
        assertEquals(List.of(99L, 199L, 399L, 799L, 1599L, 2998L), waits);
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void failingServer_getsThreeAttempts(int status) {
        exhaust(new OriginException("the source explains", "hint", status(status)));
        assertEquals(List.of(50L, 100L), waits);
    }

    @Test
    void retryAfter_isObeyed() {
        exhaust(status(503, "Retry-After", "2"));
        assertEquals(List.of(2000L, 2000L), waits);
    }

    @Test
    void longRetryAfter_endsTheAttempts() {
        exhaust(status(503, "Retry-After", "120"));
        assertEquals(List.of(), waits);
    }

    static Stream<IOException> permanent() {
        return Stream.of(
                new ConnectException("refused"),
                new UnknownHostException("mirror.test"),
                new SocketTimeoutException("no answer within 30 s"),
                new SSLHandshakeException("unknown issuer"),
                new NoSuchFileException("file"),
                (IOException) new AccessDeniedException("file").initCause(status(403, "Retry-After", "1")),
                status(401),
                status(501),
                new IOException("longer than the 4 bytes that are allowed"));
    }

    @ParameterizedTest
    @MethodSource("permanent")
    void permanentFailure_isNotRepeated(IOException failure) {
        exhaust(failure);
        assertEquals(List.of(), waits);
    }

    @Test
    void totalTime_endsTheAttempts() {
        RetryPolicy.Attempts attempts = policy.start(Duration.ofMillis(150));
        IOException failure = new BrokenConnectionException("reset", null);
        assertThrows(IOException.class, () -> {
            while (true) {
                attempts.waitAfter(failure);
            }
        });
        assertEquals(List.of(50L), waits);
    }

    @Test
    void progress_startsTheCountAgain() throws IOException {
        RetryPolicy.Attempts attempts = policy.start(Duration.ofMinutes(1));
        for (int i = 0; i < 20; i++) {
            attempts.reset();
            attempts.waitAfter(new BrokenConnectionException("reset", null));
        }
        assertEquals(20, waits.size());
    }
}
