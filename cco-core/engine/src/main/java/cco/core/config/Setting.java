package cco.core.config;

import cco.core.toml.KeyPath;
import java.util.Locale;
import java.util.Optional;

/**
 * A row of the {@link Schema}.
 *
 * @param <T> the type of the value
 * @param key its full name for cco itself
 * @param defaultValue the default as TOML, if there is one
 * @param reach the apps that a value applies to
 * @param doc a description on one line
 */
record Setting<T>(KeyPath key, ValueType<T> kind, Optional<Object> defaultValue, Inheritance reach, String doc) {

    static final String UPDATES = "updates";

    /**
     * The environment variable that overrides the user's file: {@code CCO_<TABLE>_<KEY>}, without the table for
     * {@code [updates]}. Configuration about trust have none, because a process inherits its environment unseen;
     * settings
     * that need the user's consent have one only if it can deny consent.
     */
    Optional<String> variable() {
        boolean neverSaysNo = reach == Inheritance.CONSENT && kind != ValueType.TRUTH;
        if (reach == Inheritance.STRICTER || reach == Inheritance.ADDED || neverSaysNo) {
            return Optional.empty();
        }
        KeyPath named = key.startsWith(KeyPath.of(UPDATES)) ? key.without(1) : key;
        return Optional.of("CCO_" + String.join("_", named.parts()).toUpperCase(Locale.ROOT));
    }

    /** Whether this value applies if it is not in the user's own file. */
    boolean othersMaySet(Object value) {
        return reach != Inheritance.CONSENT || value.equals(false);
    }

    /** Whether another app inherits this value. */
    boolean isInherited(Object value) {
        return switch (reach) {
            case OWN -> false;
            case EVERY_APP, ADDED, CONSENT -> true;
            case STRICTER -> value.equals(true);
        };
    }
}
