package cco.core.config;

import cco.core.toml.KeyPath;
import java.util.Locale;
import java.util.Optional;

/**
 * One row of the {@link Schema}.
 *
 * @param <T> the type of a value
 * @param key table and key in cco's own tables
 * @param initial the default as a TOML value, if there is one
 * @param reach which apps inherit the value
 * @param doc a one-line description
 */
record Setting<T>(KeyPath key, ValueType<T> kind, Optional<Object> initial, Inheritance reach, String doc) {

    static final String UPDATES = "updates";

    /**
     * The environment variable of the setting: {@code CCO_<TABLE>_<KEY>}, without the table for {@code [updates]}.
     *
     * <p>Settings about trust have none, because a process inherits its environment unseen. Settings that need the
     * user's consent have one only to turn them off.
     */
    Optional<String> variable() {
        boolean neverSaysNo = reach == Inheritance.CONSENT && kind != ValueType.TRUTH;
        if (reach == Inheritance.STRICTER || reach == Inheritance.ADDED || neverSaysNo) {
            return Optional.empty();
        }
        KeyPath named = key.startsWith(KeyPath.of(UPDATES)) ? key.without(1) : key;
        return Optional.of("CCO_" + String.join("_", named.parts()).toUpperCase(Locale.ROOT));
    }

    /** Returns whether a value has effect if it does not come from the user's file. */
    boolean isForOthersToSay(Object value) {
        return reach != Inheritance.CONSENT || value.equals(false);
    }

    /** Returns whether other apps inherit a value from cco's own table. */
    boolean passesOn(Object value) {
        return switch (reach) {
            case OWN -> false;
            case EVERY_APP, ADDED, CONSENT -> true;
            case STRICTER -> value.equals(true);
        };
    }
}
