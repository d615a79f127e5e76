package cco.core.delta;

import java.util.Arrays;

/** The operations of a patch, read before they are carried out, and the alignment that they describe. */
final class OperationList {

    private final Alignment alignment = new Alignment();
    private long[] codes = new long[1024];
    private int count;
    private int next;

    private OperationList() {}

    /** Reads the operations that make a file of this size. */
    static OperationList read(DeltaStream control, long size) throws DeltaException {
        OperationList list = new OperationList();
        long from = 0;
        for (long made = 0; made < size; ) {
            long code = control.number();
            list.add(code);
            Operation operation = Operation.of(code);
            long length = operation.length(code);
            if (operation == Operation.COPY || operation == Operation.ADD) {
                list.alignment.add(from, made, length);
            }
            from += operation == Operation.INSERT ? 0 : length;
            made += operation == Operation.SEEK ? 0 : length;
        }
        return list;
    }

    private void add(long code) throws DeltaException {
        if (count == DeltaFormat.MAX_OPERATIONS) {
            throw new DeltaException("the delta has a patch with too many operations");
        }
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
        }
        codes[count++] = code;
    }

    Alignment alignment() {
        return alignment;
    }

    /** Returns the next operation; the size of the file says whether there is one. */
    long next() {
        return codes[next++];
    }
}
