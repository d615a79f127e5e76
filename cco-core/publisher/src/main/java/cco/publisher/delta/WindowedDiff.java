package cco.publisher.delta;

import java.io.IOException;
import java.util.Arrays;

/**
 * Compares content of any size. A large one is compared in parts, each with the window of the base in which it most
 * likely was, because comparing takes about twenty times the memory of the window.
 */
final class WindowedDiff {

    /** Takes less than half of cco's heap. */
    static final int WINDOW = 8 << 20;

    private final ContentSlice old;
    private final long baseStart;
    private final int windowSize;
    private long windowStart = -1;
    private ByteDiff window;

    /**
     * @param old the part of the base
     * @param baseStart where the part starts in the base
     * @param windowSize normally {@link #WINDOW}
     */
    WindowedDiff(ContentSlice old, long baseStart, int windowSize) {
        this.old = old;
        this.baseStart = baseStart;
        this.windowSize = windowSize;
    }

    /** Writes the operations that make this content. */
    void write(ContentSlice content, DiffOutput writer) throws IOException {
        int part = content.size() <= windowSize ? windowSize : windowSize / 2;
        for (long at = 0; at < content.size(); at += part) {
            byte[] bytes = content.read(at, (int) Math.min(part, content.size() - at));
            writer.reserve(bytes.length);
            if (isUnchanged(bytes, at)) {
                writer.copy(baseStart + at, bytes.length);
            } else {
                window(at, content.size()).write(bytes, writer);
            }
        }
    }

    private boolean isUnchanged(byte[] bytes, long at) throws IOException {
        return at + bytes.length <= old.size() && Arrays.equals(bytes, old.read(at, bytes.length));
    }

    /** Content moves little by little, so a part is about as far into the base as into the new content. */
    private ByteDiff window(long at, long newSize) throws IOException {
        long likely = (long) ((double) at / newSize * old.size()) - windowSize / 4;
        long start = Math.clamp(likely, 0, Math.max(0, old.size() - windowSize));
        if (start != windowStart) {
            window = null; // its memory is needed for the next one
            window = new ByteDiff(old.read(start, (int) Math.min(windowSize, old.size() - start)), baseStart + start);
            windowStart = start;
        }
        return window;
    }
}
