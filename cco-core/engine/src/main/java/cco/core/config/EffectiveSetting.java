package cco.core.config;

import cco.core.toml.KeyPath;
import cco.core.toml.TomlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The effective value of a key and its origin, with passwords and tokens masked.
 *
 * @param key the key's full name
 * @param value a string, number, boolean, or list of these; empty without a value and a default
 * @param from the origin of the value
 * @param where the file or environment variable; empty for a default
 * @param doc a description on one line; empty for a key of a source
 */
public record EffectiveSetting(KeyPath key, Optional<Object> value, From from, String where, String doc) {

    /** The origin of a value. */
    public enum From {
        /** The default. */
        DEFAULT,
        /** The user's file, for this app. */
        FILE,
        /** The user's file, for every app. */
        INHERITED,
        /** An environment variable. */
        ENVIRONMENT,
        /** The administrator's file. */
        SYSTEM
    }

    /**
     * {@return the value for scripts: strings without quotes, a list with one value per line, nothing as an empty
     * string}
     */
    public String plain() {
        return value.map(EffectiveSetting::plain).orElse("");
    }

    /** {@return the value as TOML} */
    public Optional<String> toml() {
        return value.map(TomlWriter::value);
    }

    private static String plain(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
                : value.toString();
    }
}
