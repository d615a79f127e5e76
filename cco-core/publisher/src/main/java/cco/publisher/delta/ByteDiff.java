package cco.publisher.delta;

import java.util.Arrays;

/** Compares bytes with a part of the base, and writes how to make them from it. */
final class ByteDiff {

    /** How many more bytes another alignment must explain before it replaces the current one. */
    private static final int BETTER_BY = 8;

    private final byte[] old;
    private final long baseStart;
    private final int[] suffixes;

    /**
     * @param old the part of the base
     * @param baseStart where the part starts in the base
     */
    ByteDiff(byte[] old, long baseStart) {
        this.old = old;
        this.baseStart = baseStart;
        this.suffixes = SuffixArray.of(old, 0, old.length);
    }

    /** Writes the operations that make these bytes. */
    void write(byte[] bytes, DiffOutput writer) {
        new Scan(bytes, writer).run();
    }

    /** One pass over the new bytes, which finds one aligned region after the other. */
    private final class Scan {

        private final byte[] bytes;
        private final DiffOutput writer;
        private int position;
        private int length;
        private int match;
        private int doneBytes;
        private int doneOld;

        Scan(byte[] bytes, DiffOutput writer) {
            this.bytes = bytes;
            this.writer = writer;
        }

        void run() {
            while (position < bytes.length) {
                boolean moved = advance();
                if (moved || position == bytes.length) {
                    emit();
                }
            }
        }

        /** Goes on until another alignment is clearly better; returns whether one is. */
        private boolean advance() {
            int offset = doneOld - doneBytes;
            int score = 0;
            position += length;
            int scored = position;
            for (; position < bytes.length; position++) {
                search();
                for (; scored < position + length; scored++) {
                    score += matches(scored, offset);
                }
                if (length == score && length != 0 || length > score + BETTER_BY) {
                    break;
                }
                score -= matches(position, offset);
            }
            return length != score;
        }

        private int matches(int index, int offset) {
            int at = index + offset;
            return at >= 0 && at < old.length && old[at] == bytes[index] ? 1 : 0;
        }

        private void emit() {
            int forward = forward();
            int backward = position < bytes.length ? backward() : 0;
            int overlap = doneBytes + forward - (position - backward);
            if (overlap > 0) {
                int kept = split(forward, backward, overlap);
                forward += kept - overlap;
                backward -= kept;
            }
            writer.change(bytes, doneBytes, forward, old, doneOld, baseStart + doneOld);
            writer.insert(bytes, doneBytes + forward, position - backward);
            doneBytes = position - backward;
            doneOld = match - backward;
        }

        /** Returns how far the last alignment goes on with more equal than differing bytes. */
        private int forward() {
            int best = 0;
            int bestScore = 0;
            int equal = 0;
            for (int i = 0; doneBytes + i < position && doneOld + i < old.length; ) {
                equal += old[doneOld + i] == bytes[doneBytes + i] ? 1 : 0;
                i++;
                if (equal * 2 - i > bestScore) {
                    bestScore = equal * 2 - i;
                    best = i;
                }
            }
            return best;
        }

        /** Returns how far the new alignment reaches back. */
        private int backward() {
            int best = 0;
            int bestScore = 0;
            int equal = 0;
            for (int i = 1; position - i >= doneBytes && match >= i; i++) {
                equal += old[match - i] == bytes[position - i] ? 1 : 0;
                if (equal * 2 - i > bestScore) {
                    bestScore = equal * 2 - i;
                    best = i;
                }
            }
            return best;
        }

        /** Returns how much of the overlap goes to the last alignment. */
        private int split(int forward, int backward, int overlap) {
            int best = 0;
            int bestScore = 0;
            int score = 0;
            for (int i = 0; i < overlap; i++) {
                int last = forward - overlap + i;
                score += bytes[doneBytes + last] == old[doneOld + last] ? 1 : 0;
                score -= bytes[position - backward + i] == old[match - backward + i] ? 1 : 0;
                if (score > bestScore) {
                    bestScore = score;
                    best = i + 1;
                }
            }
            return best;
        }

        /** Finds the longest match of what starts at the position. */
        private void search() {
            int low = 0;
            int high = suffixes.length - 1;
            while (high - low > 1) {
                int middle = low + high >>> 1;
                if (isBefore(suffixes[middle])) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            length = 0;
            consider(low);
            consider(high);
        }

        private boolean isBefore(int suffix) {
            return Arrays.compareUnsigned(old, suffix, old.length, bytes, position, bytes.length) < 0;
        }

        private void consider(int index) {
            if (index < 0 || index >= suffixes.length) {
                return;
            }
            int start = suffixes[index];
            int mismatch = Arrays.mismatch(old, start, old.length, bytes, position, bytes.length);
            int common = mismatch < 0 ? Math.min(old.length - start, bytes.length - position) : mismatch;
            if (common > length || index == 0) {
                length = common;
                match = start;
            }
        }
    }
}
