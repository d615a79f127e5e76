package cco.core.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Suggests a known word for a misspelled one. */
public final class Suggestion {

    /** With more, long names that have little in common resemble each other. */
    private static final int MAX_SLIPS = 2;

    private Suggestion() {}

    /**
     * The known word that starts with this one, or the nearest one, unless it differs too much for a typing error. Of
     * two letters, every other pair is near, so they get no suggestion.
     *
     * @param word the word that the user typed
     * @param known the words to choose from, in any order
     * @return the suggestion; empty if no known word is near
     */
    public static Optional<String> nearest(String word, Collection<String> known) {
        int slips = word.length() < 3 ? 0 : Math.clamp(word.length() / 3, 1, MAX_SLIPS);
        return known.stream()
                .filter(candidate -> isPrefix(word, candidate))
                .sorted()
                .findFirst()
                .or(() -> known.stream()
                        .filter(candidate -> distance(word, candidate) <= slips)
                        .min(Comparator.comparingInt((String candidate) -> distance(word, candidate))
                                .thenComparing(Comparator.naturalOrder())));
    }

    private static boolean isPrefix(String word, String candidate) {
        return word.replace("-", "").length() > 1 && candidate.startsWith(word);
    }

    /** The optimal string alignment distance: letters to add, drop, change or swap with their neighbor. */
    static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int best = Math.min(change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
