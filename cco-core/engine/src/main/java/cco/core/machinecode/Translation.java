package cco.core.machinecode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Where ranges of numbers went, such as parts of a file that have moved. */
public final class Translation {

    /** The result for a number that went nowhere. */
    static final long NONE = Long.MIN_VALUE;

    private final long[] starts;
    private final long[] ends;
    private final long[] distances;

    /**
     * Numbers that went together.
     *
     * @param distance how far they went
     */
    public record Range(long start, long size, long distance) {

        long end() {
            return start + size;
        }
    }

    private Translation(List<Range> ranges) {
        starts = ranges.stream().mapToLong(Range::start).toArray();
        ends = ranges.stream().mapToLong(Range::end).toArray();
        distances = ranges.stream().mapToLong(Range::distance).toArray();
    }

    /** Returns the translation of these ranges. Where two overlap, the longer one counts, or else the first. */
    public static Translation of(List<Range> ranges) {
        List<Range> longest = new ArrayList<>(ranges);
        longest.sort(Comparator.comparingLong(Range::size).reversed());
        TreeMap<Long, Range> taken = new TreeMap<>();
        longest.forEach(range -> take(range, taken));
        return new Translation(List.copyOf(taken.values()));
    }

    /** Adds those parts of a range that are free. */
    private static void take(Range range, TreeMap<Long, Range> taken) {
        Map.Entry<Long, Range> before = taken.floorEntry(range.start);
        long free = before == null
                ? range.start
                : Math.max(range.start, before.getValue().end());
        List<Range> parts = new ArrayList<>();
        for (Range other :
                taken.subMap(range.start, Math.max(range.start, range.end())).values()) {
            parts.add(new Range(free, other.start - free, range.distance));
            free = Math.max(free, other.end());
        }
        parts.add(new Range(free, range.end() - free, range.distance));
        parts.removeIf(part -> part.size <= 0);
        parts.forEach(part -> taken.put(part.start, part));
    }

    /** Returns where a number went. */
    long of(long number) {
        int index = index(number);
        return index >= 0 && number < ends[index] ? number + distances[index] : NONE;
    }

    /** Returns where a number went; one that is in no range goes with the range before it. */
    long near(long number) {
        int index = index(number);
        return index >= 0 ? number + distances[index] : NONE;
    }

    private int index(long number) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (starts[middle] <= number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }
}
