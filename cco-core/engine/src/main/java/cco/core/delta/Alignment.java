package cco.core.delta;

import cco.core.machinecode.Translation;
import java.util.ArrayList;
import java.util.List;

/** Which parts of a new file are made from which parts of the old one, in the order of the new file. */
public final class Alignment {

    private final List<Part> parts = new ArrayList<>();

    /** A part of the new file, as long as what it is made from. */
    public record Part(long oldStart, long newStart, long length) {

        long newEnd() {
            return newStart + length;
        }
    }

    /** Adds the next part. One that continues the last part extends it. */
    public void add(long oldStart, long newStart, long length) {
        Part last = parts.isEmpty() ? null : parts.getLast();
        boolean continues = last != null && last.newEnd() == newStart && last.oldStart + last.length == oldStart;
        if (continues) {
            parts.set(parts.size() - 1, new Part(last.oldStart, last.newStart, last.length + length));
        } else {
            parts.add(new Part(oldStart, newStart, length));
        }
    }

    /** Returns the parts. */
    public List<Part> parts() {
        return List.copyOf(parts);
    }

    /** Returns where the bytes of the old file are in the new one. */
    public Translation moves() {
        return Translation.of(parts.stream()
                .map(part -> new Translation.Range(part.oldStart, part.length, part.newStart - part.oldStart))
                .toList());
    }
}
