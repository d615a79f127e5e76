package cco.publisher.delta;

import cco.core.delta.Operation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Collects the operations of patches, and the bytes that go with them. */
final class PatchWriter implements DiffOutput {

    /** An equal run as long as this costs less as an operation of its own than as zeros in the difference. */
    private static final int WORTH_COPYING = 64;

    /** With room to grow and to be packed, more does not fit into cco's heap. */
    private static final int MAX_STREAMS = 64 << 20;

    private final ByteArrayOutputStream control = new ByteArrayOutputStream();
    private final ByteArrayOutputStream difference = new ByteArrayOutputStream();
    private final ByteArrayOutputStream extra = new ByteArrayOutputStream();
    private long position;
    private long copied;

    /** Starts a patch: the position in the base is 0 again. */
    void begin() {
        flush();
        position = 0;
    }

    /** Writes a number: seven bits a byte, the lowest first. */
    void number(long number) {
        flush();
        write(control, number);
    }

    /** Writes a text: its length, and its UTF-8 bytes. */
    void text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        control.writeBytes(bytes);
    }

    @Override
    public void reserve(long bytes) throws OversizedDeltaException {
        if (difference.size() + extra.size() + bytes > MAX_STREAMS) {
            throw new OversizedDeltaException();
        }
    }

    @Override
    public void insert(byte[] bytes, int from, int to) {
        if (to > from) {
            operation(Operation.INSERT, to - from);
            extra.write(bytes, from, to - from);
        }
    }

    /** Adjacent copies become one. */
    @Override
    public void copy(long from, long length) {
        seek(from);
        copied += length;
        position += length;
    }

    @Override
    public void change(byte[] bytes, int from, int length, byte[] old, int oldFrom, long basePosition) {
        int done = 0;
        while (done < length) {
            int equal = equal(bytes, from + done, old, oldFrom + done, length - done);
            if (equal >= WORTH_COPYING || equal == length - done && equal > 0) {
                copy(basePosition + done, equal);
                done += equal;
            } else {
                int end = done + equal;
                while (end < length && !worthCopying(bytes, from + end, old, oldFrom + end, length - end)) {
                    end++;
                }
                add(bytes, from + done, end - done, old, oldFrom + done, basePosition + done);
                done = end;
            }
        }
    }

    /**
     * Appends another patch, with the numbers before it.
     *
     * @throws OversizedDeltaException if the delta would become too large
     */
    void append(PatchWriter other) throws OversizedDeltaException {
        flush();
        reserve((long) other.difference.size() + other.extra.size());
        control.writeBytes(other.control().toByteArray());
        difference.writeBytes(other.difference.toByteArray());
        extra.writeBytes(other.extra.toByteArray());
    }

    ByteArrayOutputStream control() {
        flush();
        return control;
    }

    ByteArrayOutputStream difference() {
        return difference;
    }

    ByteArrayOutputStream extra() {
        return extra;
    }

    private void add(byte[] bytes, int from, int length, byte[] old, int oldFrom, long basePosition) {
        seek(basePosition);
        operation(Operation.ADD, length);
        for (int i = 0; i < length; i++) {
            difference.write(bytes[from + i] - old[oldFrom + i]);
        }
        position += length;
    }

    private static boolean worthCopying(byte[] bytes, int from, byte[] old, int oldFrom, int limit) {
        int length = Math.min(limit, WORTH_COPYING);
        return equal(bytes, from, old, oldFrom, length) == length;
    }

    private static int equal(byte[] bytes, int from, byte[] old, int oldFrom, int limit) {
        int mismatch = Arrays.mismatch(bytes, from, from + limit, old, oldFrom, oldFrom + limit);
        return mismatch < 0 ? limit : mismatch;
    }

    private void seek(long target) {
        if (target != position) {
            operation(Operation.SEEK, target - position);
            position = target;
        }
    }

    private void operation(Operation operation, long length) {
        flush();
        write(control, operation.encode(length));
    }

    private void flush() {
        if (copied > 0) {
            long length = copied;
            copied = 0;
            write(control, Operation.COPY.encode(length));
        }
    }

    static void write(ByteArrayOutputStream out, long number) {
        long rest = number;
        while (rest >>> 7 != 0) {
            out.write((int) (rest & 0x7f | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }
}
