package cco.core.config;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Guesses what was meant by a word that is not known. */
final class Spelling {

    /** Two wrong letters are a slip; with three, short keys begin to resemble each other. */
    private static final int MAX_DISTANCE = 2;

    private Spelling() {}

    /** The candidate that differs least, if it differs by a slip only. */
    static Optional<String> nearest(String word, List<String> candidates) {
        return candidates.stream()
                .filter(candidate -> Math.abs(candidate.length() - word.length()) <= MAX_DISTANCE)
                .filter(candidate -> distance(word, candidate) <= MAX_DISTANCE)
                .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
    }

    /** The Levenshtein distance: letters to insert, delete or replace. */
    private static int distance(String from, String to) {
        int[] previous = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            previous[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] current = new int[to.length() + 1];
            current[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = previous[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(previous[column], current[column - 1]));
            }
            previous = current;
        }
        return previous[to.length()];
    }
}
