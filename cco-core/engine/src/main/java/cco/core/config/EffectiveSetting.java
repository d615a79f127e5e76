package cco.core.config;

import cco.core.toml.KeyPath;
import cco.core.toml.TomlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The value that holds for one key, and why. It is made to be shown: passwords and tokens in it are masked.
 *
 * @param key the key's full name
 * @param value a text, a number, a truth value, or a list of these; nothing if the key is not set and has no default
 * @param from who decided
 * @param where the file or the environment variable that says so; empty for a default
 * @param doc one line on what the key is for; empty for a source's own key
 */
public record EffectiveSetting(KeyPath key, Optional<Object> value, From from, String where, String doc) {

    /** Who decided on a value. */
    public enum From {
        /** Nobody: it is the default. */
        DEFAULT,
        /** The user's configuration file, for this very app. */
        FILE,
        /** The user's configuration file, for cco, and the app does not say otherwise. */
        INHERITED,
        /** An environment variable, for this run. */
        ENVIRONMENT,
        /** The administrator's file, which nobody outranks. */
        SYSTEM
    }

    /** The value as a script reads it: a text without quotes, a list one value a line, nothing as an empty text. */
    public String plain() {
        return value.map(EffectiveSetting::plain).orElse("");
    }

    /** The value as the configuration file writes it, or nothing. */
    public Optional<String> toml() {
        return value.map(TomlWriter::value);
    }

    private static String plain(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
                : value.toString();
    }
}
