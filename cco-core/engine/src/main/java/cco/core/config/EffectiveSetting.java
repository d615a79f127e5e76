package cco.core.config;

import cco.core.toml.KeyPath;
import cco.core.toml.TomlWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The value of a key with its origin, for display. Passwords and tokens are masked.
 *
 * @param key the full name of the key
 * @param value a text, number, boolean, or list of these; empty if the key is not set and has no default
 * @param from the kind of origin
 * @param where the file or environment variable; empty for a default
 * @param doc a one-line description; empty for a key of a source
 */
public record EffectiveSetting(KeyPath key, Optional<Object> value, From from, String where, String doc) {

    /** The origin of a value. */
    public enum From {
        /** The default. */
        DEFAULT,
        /** The app's own table in the user's file. */
        FILE,
        /** cco's own table in the user's file, which the app inherits. */
        INHERITED,
        /** An environment variable. */
        ENVIRONMENT,
        /** The administrator's file. */
        SYSTEM
    }

    /** {@return the value for scripts: text without quotes, lists with one value per line, an empty text if not set} */
    public String plain() {
        return value.map(EffectiveSetting::plain).orElse("");
    }

    /** {@return the value in TOML; empty if not set} */
    public Optional<String> toml() {
        return value.map(TomlWriter::value);
    }

    private static String plain(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("\n"))
                : value.toString();
    }
}
