package cco.core.delta;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** One of the three unpacked streams of a container, which must be used up exactly. */
final class DeltaStream {

    private static final int MAX_STRING = 4096;
    private static final int MAX_SHIFT = 63;

    private final InputStream in;
    private long remaining;

    /**
     * @param in the unpacked bytes
     * @param size how many bytes there have to be
     */
    DeltaStream(InputStream in, long size) {
        this.in = new BufferedInputStream(in, 1 << 16);
        this.remaining = size;
    }

    /** Fills the start of a buffer. */
    void read(byte[] buffer, int length) throws DeltaException {
        take(length);
        try {
            if (in.readNBytes(buffer, 0, length) < length) {
                throw tooShort();
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** Reads a number: seven bits a byte, the lowest first. */
    long number() throws DeltaException {
        long number = 0;
        for (int shift = 0; shift < MAX_SHIFT; shift += 7) {
            int next = next();
            number |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return number;
            }
        }
        throw new DeltaException("the delta has a number that is too large");
    }

    /** Reads a number that is at most this large. */
    int count(long limit) throws DeltaException {
        long number = number();
        if (number > limit || number > Integer.MAX_VALUE) {
            throw new DeltaException("the delta has more entries than the file lists");
        }
        return (int) number;
    }

    /** Reads the length of a text, and the text in UTF-8. */
    String text() throws DeltaException {
        byte[] bytes = new byte[count(MAX_STRING)];
        read(bytes, bytes.length);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Checks that nothing is left. */
    void requireEnd() throws DeltaException {
        try {
            if (remaining > 0 || in.read() >= 0) {
                throw new DeltaException("the delta has bytes that nothing uses");
            }
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private int next() throws DeltaException {
        take(1);
        try {
            int next = in.read();
            if (next < 0) {
                throw tooShort();
            }
            return next;
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void take(long length) throws DeltaException {
        if (length > remaining) {
            throw tooShort();
        }
        remaining -= length;
    }

    private static DeltaException damaged(IOException cause) {
        return new DeltaException("the delta is damaged", cause);
    }

    private static DeltaException tooShort() {
        return new DeltaException("the delta ends too early");
    }
}
