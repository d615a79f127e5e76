package cco.publisher.delta;

import java.util.Arrays;

/**
 * The positions of a text in the order of the suffixes that start there, built in linear time by induced sorting (Nong,
 * Zhang and Chan, “Two Efficient Algorithms for Linear Time Suffix Array Construction”).
 */
final class SuffixArray {

    private final int[] text;
    private final int length;
    private final int[] order;
    /** Whether the suffix at a position is smaller than the one behind it (type S). */
    private final boolean[] smaller;
    /** For each symbol where its suffixes of type L start, and where those of type S start. */
    private final int[] starts;

    private final int[] middles;

    private SuffixArray(int[] text, int maximum) {
        this.text = text;
        this.length = text.length;
        this.order = new int[length];
        this.smaller = new boolean[length];
        this.starts = new int[maximum + 2];
        this.middles = new int[maximum + 2];
        for (int i = length - 2; i >= 0; i--) {
            smaller[i] = text[i] == text[i + 1] ? smaller[i + 1] : text[i] < text[i + 1];
        }
        countSymbols(maximum);
    }

    /** Returns the sorted positions. */
    static int[] of(byte[] bytes, int from, int to) {
        int[] text = new int[to - from];
        for (int i = 0; i < text.length; i++) {
            text[i] = bytes[from + i] & 0xff;
        }
        return sort(text, 0xff);
    }

    private static int[] sort(int[] text, int maximum) {
        if (text.length == 0) {
            return new int[0];
        }
        if (text.length == 1) {
            return new int[] {0};
        }
        SuffixArray array = new SuffixArray(text, maximum);
        array.sort();
        return array.order;
    }

    private void countSymbols(int maximum) {
        for (int i = 0; i < length; i++) {
            if (smaller[i]) {
                starts[text[i] + 1]++;
            } else {
                middles[text[i]]++;
            }
        }
        for (int symbol = 0; symbol <= maximum; symbol++) {
            middles[symbol] += starts[symbol];
            starts[symbol + 1] += middles[symbol];
        }
    }

    private void sort() {
        int[] leftmost = leftmost();
        induce(leftmost);
        if (leftmost.length > 0) {
            int[] names = new int[length + 1];
            Arrays.fill(names, -1);
            for (int i = 0; i < leftmost.length; i++) {
                names[leftmost[i]] = i;
            }
            induce(sorted(leftmost, names));
        }
    }

    /** Returns the positions of type S that follow one of type L. */
    private int[] leftmost() {
        int count = 0;
        int[] positions = new int[length / 2 + 1];
        for (int i = 1; i < length; i++) {
            if (!smaller[i - 1] && smaller[i]) {
                positions[count++] = i;
            }
        }
        return Arrays.copyOf(positions, count);
    }

    /** Derives the order of all suffixes from the order of the leftmost ones. */
    private void induce(int[] leftmost) {
        Arrays.fill(order, -1);
        int[] next = middles.clone();
        for (int position : leftmost) {
            order[next[text[position]]++] = position;
        }
        next = starts.clone();
        order[next[text[length - 1]]++] = length - 1;
        for (int i = 0; i < length; i++) {
            int before = order[i] - 1;
            if (before >= 0 && !smaller[before]) {
                order[next[text[before]]++] = before;
            }
        }
        next = starts.clone();
        for (int i = length - 1; i >= 0; i--) {
            int before = order[i] - 1;
            if (before >= 0 && smaller[before]) {
                order[--next[text[before] + 1]] = before;
            }
        }
    }

    /** Sorts the leftmost suffixes: names equal substrings alike, and sorts the text of names. */
    private int[] sorted(int[] leftmost, int[] names) {
        int[] induced = new int[leftmost.length];
        int count = 0;
        for (int position : order) {
            if (position >= 0 && names[position] >= 0) {
                induced[count++] = position;
            }
        }
        int[] reduced = new int[leftmost.length];
        int name = 0;
        for (int i = 1; i < induced.length; i++) {
            if (!sameSubstring(induced[i - 1], induced[i], leftmost, names)) {
                name++;
            }
            reduced[names[induced[i]]] = name;
        }
        int[] positions = sort(reduced, name);
        for (int i = 0; i < positions.length; i++) {
            induced[i] = leftmost[positions[i]];
        }
        return induced;
    }

    private boolean sameSubstring(int left, int right, int[] leftmost, int[] names) {
        int leftEnd = end(left, leftmost, names);
        int rightEnd = end(right, leftmost, names);
        if (leftEnd - left != rightEnd - right || leftEnd == length || rightEnd == length) {
            return false;
        }
        return Arrays.equals(text, left, leftEnd + 1, text, right, rightEnd + 1);
    }

    private int end(int position, int[] leftmost, int[] names) {
        int next = names[position] + 1;
        return next < leftmost.length ? leftmost[next] : length;
    }
}
