package cco.core.schedule;

import cco.core.model.Printable;
import java.util.ArrayList;
import java.util.List;

/**
 * What the next command is to tell its user, once.
 *
 * @param lines each a sentence: lower case, no full stop, and harmless on a terminal, whoever wrote what it quotes
 */
public record Notice(List<String> lines) {

    public Notice {
        List<String> printable = new ArrayList<>();
        for (String line : lines) {
            printable.add(Printable.of(line));
        }
        lines = List.copyOf(printable);
    }

    /** This, then another. */
    Notice and(Notice next) {
        List<String> all = new ArrayList<>(lines);
        all.addAll(next.lines);
        return new Notice(all);
    }

    /** The lines, as a program prints them. */
    @Override
    public String toString() {
        return String.join("\n", lines);
    }
}
