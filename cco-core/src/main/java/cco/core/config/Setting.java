package cco.core.config;

import java.util.Optional;

/**
 * One row of the {@link Schema}.
 *
 * @param <T> what a value means
 * @param key table and key, as cco's own settings have them
 * @param initial the TOML value that holds when the user sets none, if there is one
 * @param inherited whether cco's own value holds for another app that does not set one
 * @param doc one line for the user
 */
record Setting<T>(KeyPath key, Kind<T> kind, Optional<Object> initial, boolean inherited, String doc) {}
