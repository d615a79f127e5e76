package cco.core.http;

import cco.core.disk.BlockInputStream;
import cco.core.disk.IoReason;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The body of a response. It gives its connection back when it has been read to the end, and closes it otherwise. Its
 * errors say how many bytes came.
 */
final class HttpBody extends BlockInputStream {

    private final InputStream stream;
    private final Duration timeout;
    private final Consumer<Boolean> release;
    private long read;
    private boolean ended;
    private boolean closed;

    /** @param release called once, with whether the body was read to its end */
    HttpBody(InputStream stream, Duration timeout, Consumer<Boolean> release) {
        this.stream = stream;
        this.timeout = timeout;
        this.release = release;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (closed) {
            throw new IOException("the body is closed");
        }
        try {
            int count = ended ? -1 : stream.read(buffer, offset, length);
            read += Math.max(0, count);
            if (count < 0 && !ended) {
                ended = true;
                release.accept(true);
            }
            return count;
        } catch (SocketTimeoutException e) {
            throw new IOException("silent for " + Watchdog.seconds(timeout) + " after " + read + " bytes", e);
        } catch (BrokenConnectionException e) {
            throw new BrokenConnectionException("connection lost after " + read + " bytes: " + IoReason.brief(e), e);
        }
    }

    @Override
    public void close() {
        if (!ended && !closed) {
            release.accept(false);
        }
        closed = true;
    }
}
