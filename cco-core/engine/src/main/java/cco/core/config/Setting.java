package cco.core.config;

import cco.core.toml.KeyPath;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the {@link Schema}.
 *
 * @param <T> what a value means
 * @param key table and key, as cco's own settings have them
 * @param initial the TOML value that holds when nobody sets one, if there is one
 * @param reach for whom a value counts
 * @param doc one line for the user
 */
record Setting<T>(KeyPath key, ValueType<T> kind, Optional<Object> initial, Inheritance reach, String doc) {

    static final String UPDATES = "updates";

    /**
     * The environment variable that outranks the user's file for one run: {@code CCO_<TABLE>_<KEY>}, without the table
     * for {@code [updates]}. What decides on trust has none, since an environment is inherited unseen, nor has what
     * the user agrees to, unless it could say no.
     */
    Optional<String> variable() {
        boolean neverSaysNo = reach == Inheritance.CONSENT && kind != ValueType.TRUTH;
        if (reach == Inheritance.STRICTER || reach == Inheritance.ADDED || neverSaysNo) {
            return Optional.empty();
        }
        KeyPath named = key.startsWith(KeyPath.of(UPDATES)) ? key.without(1) : key;
        return Optional.of("CCO_" + String.join("_", named.parts()).toUpperCase(Locale.ROOT));
    }

    /** Whether this value counts if another than the user's own file says it. */
    boolean isForOthersToSay(Object value) {
        return reach != Inheritance.CONSENT || value.equals(false);
    }

    /** Whether cco's own value holds for another app that does not set one. */
    boolean passesOn(Object value) {
        return switch (reach) {
            case OWN -> false;
            case EVERY_APP, ADDED, CONSENT -> true;
            case STRICTER -> value.equals(true);
        };
    }
}
