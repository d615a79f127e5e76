package cco.core.config;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Suggestion;
import cco.core.model.TrustModeName;
import cco.core.toml.KeyPath;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A valid key of the configuration.
 *
 * @param path its full name
 * @param app the app that it concerns
 * @param setting its row in the schema; empty for a key of a source
 * @param kind the type of its value
 */
record Key(KeyPath path, AppName app, Optional<Setting<?>> setting, ValueType<?> kind) {

    /** The only key in the table of a source that cco itself reads. */
    static final String TRUST = "trust";

    static final ValueType<TrustModeName> TRUST_KIND = ValueType.choice(TrustModeName.class);

    private static final String APPS = "apps";
    private static final String SOURCES = "sources";

    /** The keys of a source's table that cco itself reads. */
    private static final List<String> OF_EVERY_SOURCE = List.of(
            TRUST,
            SourceConfig.METADATA_PATH,
            SourceConfig.TARGETS_PATH,
            SourceLogin.USERNAME,
            SourceLogin.PASSWORD,
            SourceLogin.HEADERS);

    /** The table of the app: the file itself for cco, {@code apps.<app>} for another app. */
    static KeyPath home(AppName app) {
        return isCco(app.value()) ? KeyPath.of() : KeyPath.of(APPS, app.value());
    }

    /** The table {@code sources} of an app. */
    static KeyPath sources(AppName app) {
        return home(app).plus(SOURCES);
    }

    /** The key of a setting for an app. */
    static KeyPath of(AppName app, Setting<?> setting) {
        return home(app).plus(setting.key());
    }

    /**
     * Finds the key with this path.
     *
     * @param sourceKeys the keys that each known source reads; the table of an unknown source is not checked, because
     * its
     *     plugin may be missing for a while
     * @throws UsageException if there is no such key
     */
    static Key locate(KeyPath path, SourceKeys sourceKeys) throws UsageException {
        if (path.equals(ConfigVersion.VERSION)) {
            return new Key(path, AppName.CCO, Optional.empty(), ConfigVersion.VERSION_KIND);
        }
        AppName app = app(path);
        KeyPath inner = path.without(home(app).size());
        if (inner.size() == 3 && inner.parts().getFirst().equals(SOURCES)) {
            return sourceKey(path, app, sourceKeys.of(inner.parts().get(1)));
        }
        for (Setting<?> setting : settings(app)) {
            if (setting.key().equals(inner)) {
                return new Key(path, app, Optional.of(setting), setting.kind());
            }
        }
        if (ConfigVersion.isRetired(path)) {
            throw new UsageException(
                    path + " is read-only: cco records it itself", "run `cco config get " + path + "` to see it");
        }
        throw unknown(
                path,
                settings(app).stream().map(setting -> of(app, setting)),
                "run `cco config show` for a list of keys");
    }

    /** Whether it is a key that a source reads. */
    boolean isOfSource() {
        return setting.isEmpty() && kind == ValueType.FREE;
    }

    /** The settings of an app. */
    static List<Setting<?>> settings(AppName app) {
        return isCco(app.value())
                ? Schema.ALL
                : Schema.ALL.stream().filter(Schema::isPerApp).toList();
    }

    private static Key sourceKey(KeyPath path, AppName app, Optional<Set<String>> known) throws UsageException {
        if (path.last().equals(TRUST)) {
            return new Key(path, app, Optional.empty(), TRUST_KIND);
        }
        if (known.isPresent() && !known.get().contains(path.last()) && !OF_EVERY_SOURCE.contains(path.last())) {
            List<String> keys = Stream.concat(known.get().stream(), OF_EVERY_SOURCE.stream())
                    .distinct()
                    .sorted()
                    .toList();
            String hint = "the keys of this source are " + String.join(", ", keys);
            Stream<String> candidates = Stream.concat(known.get().stream(), Stream.of(TRUST));
            throw unknown(path, candidates.map(path.parent()::plus), hint);
        }
        return new Key(path, app, Optional.empty(), ValueType.FREE);
    }

    private static AppName app(KeyPath path) throws UsageException {
        if (path.size() < 3 || !path.parts().getFirst().equals(APPS)) {
            return AppName.CCO;
        }
        String name = path.parts().get(1);
        if (isCco(name)) {
            throw new UsageException("unknown key " + path, "use " + path.without(2) + " for cco itself");
        }
        try {
            return new AppName(name);
        } catch (IllegalArgumentException invalid) {
            throw new UsageException(
                    "unknown key " + path,
                    "app names consist of lower-case letters, digits, dots and hyphens",
                    invalid);
        }
    }

    private static boolean isCco(String name) {
        return name.equals(AppName.CCO.value());
    }

    private static UsageException unknown(KeyPath path, Stream<KeyPath> candidates, String otherwise) {
        String hint = Suggestion.nearest(
                        path.toString(), candidates.map(KeyPath::toString).toList())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse(otherwise);
        return new UsageException("unknown key " + path, hint);
    }
}
