package cco.core.schedule;

import cco.core.model.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * A message that the next command shows its user once.
 *
 * @param lines the sentences: lower case, no full stop, without control characters
 */
public record Notice(List<String> lines) {

    /** Copies the collections. */
    public Notice {
        List<String> printable = new ArrayList<>();
        for (String line : lines) {
            printable.add(Printable.of(line));
        }
        lines = List.copyOf(printable);
    }

    /** This notice followed by another. */
    Notice and(Notice next) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(next.lines);
        return new Notice(all);
    }

    /** The lines as printed. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
