package cco.core.jimage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The perfect hash table of an image, built as the JDK builds it: buckets by hash, largest first; a bucket of several
 * entries gets the first seed under which all of them fall into free slots; the others take the free slots in order.
 */
final class PerfectHash {

    private static final int FIRST_SEED = 0x01000193;
    private static final int MAX_TRIES = 1000;

    /** The JDK needs one or two; no length fits two equal paths. */
    private static final int MAX_LENGTHS = 50;

    private final int[] redirects;
    private final int[] slots;

    private PerfectHash(int length) {
        this.redirects = new int[length];
        this.slots = new int[length];
        Arrays.fill(slots, -1);
    }

    /** Builds the table of these paths, in as few slots as the JDK would; nothing if there is none. */
    static Optional<PerfectHash> of(List<byte[]> paths) {
        int length = paths.size();
        for (int i = 0; i < MAX_LENGTHS; i++) {
            PerfectHash table = new PerfectHash(length);
            if (table.fill(paths)) {
                return Optional.of(table);
            }
            length = length + 1 | 1;
        }
        return Optional.empty();
    }

    /** Returns how to find the slot of each bucket: 0 for none, a seed, or −1 − slot. */
    int[] redirects() {
        return redirects;
    }

    /** Returns the index of the path in each slot, or −1. */
    int[] slots() {
        return slots;
    }

    private boolean fill(List<byte[]> paths) {
        List<Integer> singles = new ArrayList<>();
        for (List<Integer> bucket : buckets(paths)) {
            if (bucket.size() == 1) {
                singles.add(bucket.getFirst());
            } else if (!place(bucket, paths)) {
                return false;
            }
        }
        int slot = 0;
        for (int index : singles) {
            while (slots[slot] >= 0) {
                slot++;
            }
            slots[slot] = index;
            redirects[bucket(paths.get(index))] = -1 - slot;
        }
        return true;
    }

    private List<List<Integer>> buckets(List<byte[]> paths) {
        List<List<Integer>> buckets = new ArrayList<>();
        for (int i = 0; i < slots.length; i++) {
            buckets.add(new ArrayList<>(2));
        }
        for (int index = 0; index < paths.size(); index++) {
            buckets.get(bucket(paths.get(index))).add(index);
        }
        return buckets.stream()
                .filter(bucket -> !bucket.isEmpty())
                .sorted(Comparator.comparingInt(bucket -> -bucket.size()))
                .toList();
    }

    private int bucket(byte[] path) {
        return ImageLocation.hash(path, FIRST_SEED) % slots.length;
    }

    private boolean place(List<Integer> bucket, List<byte[]> paths) {
        for (int seed = FIRST_SEED + 1; seed <= FIRST_SEED + MAX_TRIES; seed++) {
            if (place(bucket, paths, seed)) {
                redirects[bucket(paths.get(bucket.getFirst()))] = seed;
                return true;
            }
        }
        return false;
    }

    private boolean place(List<Integer> bucket, List<byte[]> paths, int seed) {
        int[] taken = new int[bucket.size()];
        for (int i = 0; i < taken.length; i++) {
            int slot = ImageLocation.hash(paths.get(bucket.get(i)), seed) % slots.length;
            if (slots[slot] >= 0) {
                release(taken, i);
                return false;
            }
            slots[slot] = bucket.get(i);
            taken[i] = slot;
        }
        return true;
    }

    private void release(int[] taken, int count) {
        for (int i = 0; i < count; i++) {
            slots[taken[i]] = -1;
        }
    }
}
