package cco.core.delta;

import cco.core.disk.FileSlice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Arrays;
import org.tukaani.xz.XZInputStream;

/** A delta file that is open, with its three streams. */
final class DeltaContainer implements AutoCloseable {

    private final FileChannel file;
    private final DeltaStream control;
    private final DeltaStream difference;
    private final DeltaStream extra;

    /**
     * Opens a container.
     *
     * @param newSize the size of all files of the new version: no stream can need more
     * @throws DeltaException if it is not a container of this version, or its streams are larger than they may be
     */
    static DeltaContainer open(Path path, long newSize) throws IOException, DeltaException {
        FileChannel file = FileChannel.open(path);
        try {
            return new DeltaContainer(file, newSize);
        } catch (IOException | DeltaException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private DeltaContainer(FileChannel file, long newSize) throws IOException, DeltaException {
        this.file = file;
        FileSlice header = new FileSlice(file, 0, Math.min(file.size(), 128));
        byte[] magic = header.readNBytes(DeltaFormat.MAGIC.length);
        if (!Arrays.equals(magic, DeltaFormat.MAGIC)) {
            throw new DeltaException("the file is not a delta of a format that this version knows");
        }
        DeltaStream numbers = new DeltaStream(header, file.size());
        long controlSize = bounded(numbers.number(), newSize + DeltaFormat.MAX_CONTROL_OVERHEAD);
        long differenceSize = bounded(numbers.number(), newSize);
        long extraSize = bounded(numbers.number(), newSize + DeltaFormat.MAX_CONTROL_OVERHEAD);
        long controlPacked = bounded(numbers.number(), file.size());
        long differencePacked = bounded(numbers.number(), file.size());
        long start = DeltaFormat.MAGIC.length
                + length(controlSize)
                + length(differenceSize)
                + length(extraSize)
                + length(controlPacked)
                + length(differencePacked);
        long second = start + controlPacked;
        long third = bounded(second + differencePacked, file.size());
        this.control = new DeltaStream(unpack(start, second), controlSize);
        this.difference = new DeltaStream(unpack(second, third), differenceSize);
        this.extra = new DeltaStream(unpack(third, file.size()), extraSize);
    }

    DeltaStream control() {
        return control;
    }

    DeltaStream difference() {
        return difference;
    }

    DeltaStream extra() {
        return extra;
    }

    /** Checks that all three streams are used up. */
    void requireEnd() throws DeltaException {
        control.requireEnd();
        difference.requireEnd();
        extra.requireEnd();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static long bounded(long size, long limit) throws DeltaException {
        if (size < 0 || size > limit) {
            throw new DeltaException("the delta is larger than the new version allows");
        }
        return size;
    }

    private static int length(long number) {
        return Math.max(1, (64 - Long.numberOfLeadingZeros(number) + 6) / 7);
    }

    private InputStream unpack(long from, long to) throws DeltaException {
        try {
            return new XZInputStream(new FileSlice(file, from, to), DeltaFormat.MEMORY_LIMIT);
        } catch (IOException e) {
            throw new DeltaException("the delta is damaged", e);
        }
    }
}
