package cco.core.delta;

import cco.core.machinecode.CodeLayout;
import cco.core.machinecode.ReferencePrediction;
import cco.core.machinecode.Translation;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.List;

/**
 * An old program with the references that the new one probably has. Each block of an aligned part is predicted by
 * itself, so that a program of any size needs the memory of one block.
 */
public final class PredictedBase implements BaseBytes {

    private static final int BLOCK = 1 << 16;

    private final BaseBytes old;
    private final ReferencePrediction prediction;
    private final List<Alignment.Part> parts;
    private Alignment.Part part;
    private long blockStart = -1;
    private byte[] block = {};

    /**
     * @param file the old program
     * @param moves where its bytes are in the new program
     */
    public PredictedBase(FileChannel file, CodeLayout layout, Alignment alignment, Translation moves)
            throws IOException {
        this.old = BaseBytes.of(file, 0, file.size());
        this.prediction = new ReferencePrediction(layout, moves);
        this.parts = alignment.parts();
    }

    @Override
    public long size() {
        return old.size();
    }

    @Override
    public void read(long position, long target, byte[] buffer, int length) throws IOException {
        Alignment.Part aligned = partAt(target);
        for (int done = 0; done < length; ) {
            load(aligned, position + done);
            int from = (int) (position + done - blockStart);
            int count = Math.min(block.length - from, length - done);
            System.arraycopy(block, from, buffer, done, count);
            done += count;
        }
    }

    private Alignment.Part partAt(long target) {
        int low = 0;
        int high = parts.size() - 1;
        while (low < high) {
            int middle = low + high + 1 >>> 1;
            if (parts.get(middle).newStart() <= target) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return parts.get(low);
    }

    /** Blocks start at multiples of their size in the old file, or where the part starts. */
    private void load(Alignment.Part aligned, long position) throws IOException {
        long start = Math.max(position - position % BLOCK, aligned.oldStart());
        if (aligned.equals(part) && start == blockStart) {
            return;
        }
        long end = Math.min(position - position % BLOCK + BLOCK, aligned.oldStart() + aligned.length());
        byte[] bytes = new byte[(int) (end - start)];
        old.read(start, 0, bytes, bytes.length);
        prediction.apply(bytes, start, aligned.newStart() - aligned.oldStart());
        part = aligned;
        blockStart = start;
        block = bytes;
    }
}
