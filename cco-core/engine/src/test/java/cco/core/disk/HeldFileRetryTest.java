package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeldFileRetryTest {

    private final List<Duration> waited = new ArrayList<>();
    private final HeldFileRetry retry = new HeldFileRetry(HeldFileRetry.WAITS, waited::add);
    private int attempts;

    /** Another program closes the file after this number of attempts. */
    private void runHeldFor(int held, FileSystemException failure) throws IOException {
        retry.run(() -> {
            if (attempts++ < held) {
                throw failure;
            }
        });
    }

    @Test
    void fileHeldForASecond_isChangedAfterwards() throws Exception {
        runHeldFor(7, new AccessDeniedException("current.txt"));
        assertEquals(8, attempts);
        assertTrue(total().toMillis() > 1000, total().toString());
    }

    @Test
    void fileHeldForEver_failsAfterTwoSeconds() {
        FileSystemException held = new FileSystemException("current.txt", null, "in use");
        assertEquals(held, assertThrows(IOException.class, () -> runHeldFor(1000, held)));
        assertEquals(HeldFileRetry.WAITS.size() + 1, attempts);
        assertTrue(total().toMillis() < 2000, total().toString());
    }

    @Test
    void otherFailures_areNotRepeated() {
        for (FileSystemException other : List.of(new NoSuchFileException("a"), new FileAlreadyExistsException("a"))) {
            attempts = 0;
            assertThrows(IOException.class, () -> runHeldFor(1, other));
            assertEquals(1, attempts);
        }
        assertEquals(List.of(), waited);
    }

    @Test
    void interruption_endsTheWait() {
        HeldFileRetry interrupted = new HeldFileRetry(HeldFileRetry.WAITS, _ -> {
            throw new InterruptedException();
        });
        assertThrows(
                InterruptedIOException.class,
                () -> interrupted.run(() -> {
                    throw new AccessDeniedException("a");
                }));
        assertTrue(Thread.interrupted());
    }

    private Duration total() {
        return waited.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
