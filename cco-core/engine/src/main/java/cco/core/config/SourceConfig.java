package cco.core.config;

import cco.api.BadSettingException;
import cco.api.Settings;
import cco.core.env.Env;
import cco.core.http.SourceCredentials;
import cco.core.model.AppName;
import cco.core.model.TrustModeName;
import cco.core.toml.KeyPath;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A source of an app: a table {@code [sources.<id>]} of the configuration, or one that is about to be written.
 *
 * @param app the app
 * @param id the id of the {@link cco.api.ChannelSource}
 * @param trust the trust mode, if the table names one
 * @param values the settings of the source: strings or lists of strings
 */
public record SourceConfig(AppName app, String id, Optional<TrustModeName> trust, Map<String, Object> values) {

    /** The key for the folder of the signed metadata in the repository. */
    public static final String METADATA_PATH = "metadata_path";

    /** The key for the folder of all other files in the repository. */
    public static final String TARGETS_PATH = "targets_path";

    /** Copies the settings and keeps their order. */
    public SourceConfig {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        values.forEach((key, value) -> {
            if (ValueType.FREE.read(value).isEmpty()) {
                throw new IllegalArgumentException(key + " is neither a string nor a list of strings");
            }
        });
    }

    /**
     * The settings as the source sees them.
     *
     * @param variables the environment variables that it can read; all others are hidden
     * @param env the environment that holds the variables
     * @return a read-only view
     */
    public Settings settings(Set<String> variables, Env env) {
        return new View(values, Set.copyOf(variables), env);
    }

    /**
     * The same source with the folders of another table, unless it has its own.
     *
     * @param other the table that may name the two folders
     * @return a copy with the same app, id and trust mode
     */
    public SourceConfig withFoldersOf(SourceConfig other) {
        Map<String, Object> merged = new LinkedHashMap<>(values);
        for (String key : List.of(METADATA_PATH, TARGETS_PATH)) {
            if (other.values.containsKey(key)) {
                merged.putIfAbsent(key, other.values.get(key));
            }
        }
        return new SourceConfig(app, id, trust, merged);
    }

    /**
     * The login and headers in the table.
     *
     * @param sourceKeys the keys that the source reads itself
     * @param env the environment, for the variables that the table names
     * @return the credentials; empty if the table names none
     * @throws BadSettingException if a value cannot be used
     */
    @SuppressWarnings("exports") // for the engine
    public SourceCredentials credentials(Set<String> sourceKeys, Env env) throws BadSettingException {
        return new SourceLogin(values, env).credentials(sourceKeys);
    }

    /** The full name of the table. */
    KeyPath path() {
        return Key.sources(app).plus(id);
    }

    private record View(Map<String, Object> values, Set<String> variables, Env env) implements Settings {

        @Override
        public Optional<String> text(String key) throws BadSettingException {
            if (values.get(key) instanceof List<?>) {
                throw new BadSettingException(key, "must be a string, not a list");
            }
            return Optional.ofNullable(values.get(key)).map(String.class::cast).map(SourceLogin::withoutLogin);
        }

        @Override
        public List<String> texts(String key) {
            Object value = values.get(key);
            if (value instanceof List<?> list) {
                return list.stream()
                        .map(String.class::cast)
                        .map(SourceLogin::withoutLogin)
                        .toList();
            }
            return value == null ? List.of() : List.of(SourceLogin.withoutLogin((String) value));
        }

        @Override
        public Optional<String> variable(String name) {
            return variables.contains(name) ? env.variable(name) : Optional.empty();
        }
    }
}
