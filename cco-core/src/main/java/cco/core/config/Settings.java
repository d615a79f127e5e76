package cco.core.config;

import cco.api.BadSettingException;
import cco.core.config.Effective.From;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What {@code config.toml} says, checked from end to end before anything of it is used.
 *
 * <p>cco's own tables hold for every app that does not say otherwise. Sources and skipped versions are not passed on:
 * they speak of one app's releases.
 */
public final class Settings {

    private final Path file;
    private final TomlDocument document;
    private final SourceKeys sourceKeys;

    private Settings(Path file, TomlDocument document, SourceKeys sourceKeys) {
        this.file = file;
        this.document = document;
        this.sourceKeys = sourceKeys;
    }

    /**
     * Checks a document.
     *
     * @throws UsageException naming file and line, if a key is unknown, a value cannot be used or a source has no table
     */
    static Settings of(Path file, TomlDocument document, SourceKeys sourceKeys) throws UsageException {
        Settings settings = new Settings(file, document, sourceKeys);
        for (Map.Entry<KeyPath, Object> value : document.values().entrySet()) {
            settings.check(value.getKey(), value.getValue());
        }
        for (AppName app : settings.apps()) {
            settings.checkSources(app);
        }
        return settings;
    }

    /** cco, and every other app that the configuration has a key for. */
    public List<AppName> apps() {
        Set<String> names = new LinkedHashSet<>(Set.of(AppName.CCO.value()));
        for (KeyPath key : document.values().keySet()) {
            if (key.startsWith(KeyPath.of("apps"))) {
                names.add(key.parts().get(1));
            }
        }
        return names.stream().map(AppName::new).toList();
    }

    /** How an app is to be updated. */
    public UpdateSettings updates(AppName app) {
        return new UpdateSettings(
                value(app, Schema.ENABLED),
                value(app, Schema.AUTO_INSTALL),
                value(app, Schema.CHECK_INTERVAL),
                value(app, Schema.CHANNEL),
                value(app, Schema.NOTIFY_ON_UPDATE),
                value(app, Schema.VERIFY_SIGNATURES),
                optional(app, Schema.SOURCE).orElse(List.of()),
                value(app, Schema.SKIP_VERSIONS),
                value(app, Schema.KEEP_VERSIONS),
                value(app, Schema.MINIMUM_AGE));
    }

    /**
     * Where an app's releases come from, in the order in which to try.
     *
     * @throws UsageException if no source is configured
     */
    public List<SourceTable> sources(AppName app) throws UsageException {
        List<SourceTable> tables = new ArrayList<>();
        for (String id : updates(app).sources()) {
            tables.add(source(app, id));
        }
        if (tables.isEmpty()) {
            throw new UsageException(
                    "no source is configured for " + app,
                    "say where its releases are: `cco install " + app + " --from URL`");
        }
        return List.copyOf(tables);
    }

    /**
     * One source of an app's, whether or not {@code updates.source} names it.
     *
     * @throws UsageException if it has no table
     */
    public SourceTable source(AppName app, String id) throws UsageException {
        KeyPath path = Key.sources(app).plus(id);
        if (!document.hasTable(path)) {
            throw new UsageException(
                    file + " has no table [" + path + "]",
                    "add the table, or use another source; `cco config show` lists them");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        document.values().forEach((key, value) -> {
            if (key.startsWith(path)) {
                values.put(key.last(), value);
            }
        });
        Optional<TrustChoice> trust = Optional.ofNullable(values.remove(Key.TRUST)).flatMap(Key.TRUST_KIND::read);
        return new SourceTable(app, id, trust, values);
    }

    /** What a source did not like about its table, with the place in the file, if the table came from there. */
    public UsageException refused(SourceTable table, BadSettingException reason) {
        KeyPath key = table.path().plus(reason.key());
        String message = key + ": " + reason.getMessage();
        boolean stored = document.hasTable(table.path());
        return new UsageException(stored ? at(key) + message : message, "correct the source's settings", reason);
    }

    /** How the network is to be used. */
    public NetworkConfig network() {
        return new NetworkConfig(
                Duration.ofSeconds(value(AppName.CCO, Schema.TIMEOUT_SECONDS)),
                optional(AppName.CCO, Schema.PROXY),
                optional(AppName.CCO, Schema.CA_FILE));
    }

    /** The ids of the verifiers that must all accept a download, besides what the trust mode demands. */
    public List<String> requiredVerifiers() {
        return value(AppName.CCO, Schema.REQUIRED_VERIFIERS);
    }

    /** Whether the user has agreed to keep anonymous usage figures. */
    public boolean telemetryEnabled() {
        return value(AppName.CCO, Schema.TELEMETRY);
    }

    /**
     * The value that holds for a key, be it set or not.
     *
     * @throws UsageException if there is no such key
     */
    public Effective get(KeyPath path) throws UsageException {
        Key key = Key.locate(path, sourceKeys);
        return key.setting()
                .map(setting -> effective(key.app(), setting))
                .orElseGet(() -> new Effective(path, document.value(path), From.FILE, ""));
    }

    /** Everything that holds for an app: its settings in the schema's order, then its sources' as in the file. */
    public List<Effective> effective(AppName app) {
        Stream<Effective> settings = Key.settings(app).stream().map(setting -> effective(app, setting));
        Stream<Effective> sources = document.values().keySet().stream()
                .filter(key -> key.startsWith(Key.sources(app)))
                .map(key -> new Effective(key, document.value(key), From.FILE, ""));
        return Stream.concat(settings, sources).toList();
    }

    private Effective effective(AppName app, Setting<?> setting) {
        KeyPath own = Key.of(app, setting);
        if (document.value(own).isPresent()) {
            return new Effective(own, document.value(own), From.FILE, setting.doc());
        }
        Optional<Object> general = setting.inherited() ? document.value(setting.key()) : Optional.empty();
        return general.isPresent()
                ? new Effective(own, general, From.INHERITED, setting.doc())
                : new Effective(own, setting.initial(), From.DEFAULT, setting.doc());
    }

    private <T> Optional<T> optional(AppName app, Setting<T> setting) {
        return effective(app, setting).value().map(value -> setting.kind().read(value).orElseThrow());
    }

    private <T> T value(AppName app, Setting<T> setting) {
        return optional(app, setting).orElseThrow();
    }

    private void check(KeyPath path, Object value) throws UsageException {
        Key key;
        try {
            key = Key.locate(path, sourceKeys);
        } catch (UsageException unknown) {
            throw new UsageException(at(path) + unknown.getMessage(), unknown.hint(), unknown);
        }
        if (key.kind().read(value).isEmpty()) {
            throw new UsageException(
                    at(path) + path + " must be " + key.kind().expected(),
                    "correct the line, or take it out: `cco config unset " + path + "`");
        }
    }

    private void checkSources(AppName app) throws UsageException {
        for (String id : updates(app).sources()) {
            KeyPath table = Key.sources(app).plus(id);
            if (!document.hasTable(table)) {
                throw new UsageException(
                        at(Key.of(app, Schema.SOURCE)) + "the source " + id + " has no table [" + table + "]",
                        "add the table with the source's settings first, or name another source");
            }
        }
    }

    private String at(KeyPath key) {
        return file + ":" + document.line(key) + ": ";
    }
}
