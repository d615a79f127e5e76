package cco.core.delta;

import java.io.IOException;
import java.io.OutputStream;

/** Carries out the operations of one patch. */
final class PatchRun {

    private static final int BUFFER = 1 << 16;

    private final DeltaContainer delta;
    private final Codes codes;
    private final BaseBytes base;
    private final OutputStream out;
    private final byte[] old = new byte[BUFFER];
    private final byte[] difference = new byte[BUFFER];
    private long position;
    private long made;

    /** Where the encoded operations come from. */
    @FunctionalInterface
    interface Codes {
        long next() throws DeltaException;
    }

    PatchRun(DeltaContainer delta, BaseBytes base, OutputStream out) {
        this(delta, delta.control()::number, base, out);
    }

    PatchRun(DeltaContainer delta, Codes codes, BaseBytes base, OutputStream out) {
        this.delta = delta;
        this.codes = codes;
        this.base = base;
        this.out = out;
    }

    /**
     * Writes the new bytes.
     *
     * @param size how many there have to be
     */
    void write(long size) throws IOException, DeltaException {
        while (made < size) {
            long code = codes.next();
            Operation operation = Operation.of(code);
            long length = operation.length(code);
            if (operation != Operation.SEEK) {
                require(length > 0 && length <= size - made);
            }
            run(operation, length);
            made += operation == Operation.SEEK ? 0 : length;
        }
    }

    private void run(Operation operation, long length) throws IOException, DeltaException {
        switch (operation) {
            case COPY, ADD -> fromBase(length, operation == Operation.ADD);
            case INSERT -> insert(delta.extra(), out, length, old);
            case SEEK -> seek(length);
        }
    }

    private void seek(long distance) throws DeltaException {
        require(distance >= -position && distance <= base.size() - position);
        position += distance;
    }

    private void fromBase(long length, boolean add) throws IOException, DeltaException {
        require(length <= base.size() - position);
        for (long done = 0; done < length; ) {
            int count = (int) Math.min(length - done, BUFFER);
            readBase(made + done, count);
            if (add) {
                delta.difference().read(difference, count);
                for (int i = 0; i < count; i++) {
                    old[i] += difference[i];
                }
            }
            out.write(old, 0, count);
            position += count;
            done += count;
        }
    }

    private void readBase(long target, int count) throws DeltaException {
        try {
            base.read(position, target, old, count);
        } catch (IOException e) {
            throw new DeltaException("the installed version cannot be read", e);
        }
    }

    /** Copies new bytes to where they belong. */
    static void insert(DeltaStream extra, OutputStream out, long length, byte[] buffer)
            throws IOException, DeltaException {
        for (long left = length; left > 0; ) {
            int count = (int) Math.min(left, buffer.length);
            extra.read(buffer, count);
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    private static void require(boolean inside) throws DeltaException {
        if (!inside) {
            throw new DeltaException("the delta has an operation outside the file");
        }
    }
}
