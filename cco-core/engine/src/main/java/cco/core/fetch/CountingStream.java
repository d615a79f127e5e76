package cco.core.fetch;

import cco.api.Origin;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the bytes of a stream for a watching thread, which can also make the next read fail. */
final class CountingStream {

    private final Origin origin;
    private final AtomicLong moved = new AtomicLong();
    private volatile boolean abandoned;

    CountingStream(Origin origin) {
        this.origin = origin;
    }

    long moved() {
        return moved.get();
    }

    void abandon() {
        abandoned = true;
    }

    InputStream watch(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                if (abandoned) {
                    throw new IOException("abandoned");
                }
                int count = CountingStream.this.read(in, buffer, offset, length);
                moved.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    private int read(InputStream stream, byte[] buffer, int offset, int length) throws IOException {
        try {
            return stream.read(buffer, offset, length);
        } catch (RuntimeException | Error e) {
            throw OriginClient.broken(origin, e);
        }
    }
}
