package cco.core.config;

import cco.api.BadSettingException;
import cco.core.config.EffectiveSetting.From;
import cco.core.env.Env;
import cco.core.error.UsageException;
import cco.core.http.Certificates;
import cco.core.http.NetworkSettings;
import cco.core.http.ProxySettings;
import cco.core.model.AppName;
import cco.core.model.TrustModeName;
import cco.core.toml.KeyPath;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The validated configuration: the administrator's file, then the environment, then the user's {@code config.toml},
 * then
 * the defaults.
 *
 * <p>Every app inherits the settings of cco, except sources and skipped versions, which concern the releases of one
 * app.
 * Neither inheritance nor the environment ever loosens trust.
 */
public final class Configuration {

    private final Layers layers;
    private final Env env;
    private final SourceKeys sourceKeys;

    private Configuration(Layers layers, Env env, SourceKeys sourceKeys) {
        this.layers = layers;
        this.env = env;
        this.sourceKeys = sourceKeys;
    }

    /**
     * Validates all layers.
     *
     * @throws UsageException naming file and line or the variable, if a key is unknown, a value is invalid, or a
     *     source has no table
     */
    static Configuration of(Layers layers, Env env, SourceKeys sourceKeys) throws UsageException {
        Configuration settings = new Configuration(layers, env, sourceKeys);
        for (Layer file : layers.files()) {
            file.check(sourceKeys);
        }
        for (AppName app : settings.apps()) {
            settings.checkSources(app);
        }
        return settings;
    }

    /**
     * cco, and every other app in the configuration.
     *
     * @return the apps
     */
    public List<AppName> apps() {
        Set<String> names = new LinkedHashSet<>(Set.of(AppName.CCO.value()));
        for (Layer file : layers.files()) {
            for (KeyPath key : file.document().values().keySet()) {
                if (key.startsWith(KeyPath.of("apps"))) {
                    names.add(key.parts().get(1));
                }
            }
        }
        return names.stream().map(AppName::new).toList();
    }

    /** {@return the values that no command-line option may change} */
    public AdminPolicy pinned() {
        return new AdminPolicy(layers);
    }

    /**
     * Notes about values without effect: overridden, or from an earlier format.
     *
     * @param app the app
     * @return the notes
     */
    public List<String> remarks(AppName app) {
        List<String> remarks = new ArrayList<>(layers.withoutEffect(app));
        for (KeyPath key : ConfigVersion.retired(layers.user().document())) {
            remarks.add(layers.user().at(key) + key + " is from an earlier format and has no effect");
        }
        return List.copyOf(remarks);
    }

    /**
     * {@return the update settings of an app}
     *
     * @param app the app
     */
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
                value(app, Schema.MINIMUM_AGE),
                value(app, Schema.STRICT_CHANNEL));
    }

    /**
     * {@return the sources of an app, in the order in which they are tried}
     *
     * @param app the app
     * @throws UsageException if no source is configured
     */
    public List<SourceConfig> sources(AppName app) throws UsageException {
        List<SourceConfig> tables = new ArrayList<>();
        for (String id : updates(app).sources()) {
            tables.add(source(app, id));
        }
        if (tables.isEmpty()) {
            throw new UsageException(
                    "no source is configured for " + app,
                    "run `cco install " + app + " --from PLACE` to configure one");
        }
        return List.copyOf(tables);
    }

    /**
     * A source of an app, even if {@code updates.source} does not name it.
     *
     * @param app the app
     * @param id the id
     * @return the source
     * @throws UsageException if it has no table
     */
    public SourceConfig source(AppName app, String id) throws UsageException {
        KeyPath path = Key.sources(app).plus(id);
        Layer file = layers.withTable(path)
                .orElseThrow(() -> new UsageException(
                        layers.user().file() + " has no table [" + path + "]" + namedBy(id),
                        "add the table, or use another source; `cco config show` lists them"));
        return table(file, app, id);
    }

    static SourceConfig table(Layer file, AppName app, String id) {
        Map<String, Object> values = file.table(Key.sources(app).plus(id));
        Optional<TrustModeName> trust =
                Optional.ofNullable(values.remove(Key.TRUST)).flatMap(Key.TRUST_KIND::read);
        return new SourceConfig(app, id, trust, values);
    }

    /** Names the variable that asked for the source, if one did. */
    private String namedBy(String id) {
        return layers.environment()
                .value(Schema.SOURCE)
                .filter(decision -> decision.value()
                        .flatMap(Schema.SOURCE.kind()::read)
                        .orElseThrow()
                        .contains(id))
                .map(decision -> ", which the variable " + decision.where() + " names")
                .orElse("");
    }

    /**
     * {@return the error about an invalid value in the table of a source, with its place in the file}
     *
     * @param table the table
     * @param reason the reason
     */
    public UsageException refused(SourceConfig table, BadSettingException reason) {
        KeyPath key = table.path().plus(reason.key());
        String place = layers.withTable(table.path()).map(file -> file.at(key)).orElse("");
        return new UsageException(
                place + key + ": " + reason.getMessage(), "correct the settings of the source", reason);
    }

    /** {@return the network settings; the caller adds the headers} */
    @SuppressWarnings("exports") // for the engine
    public NetworkSettings network() {
        NetworkVariables variables = new NetworkVariables(env);
        List<String> exceptions = new ArrayList<>(value(AppName.CCO, Schema.NO_PROXY));
        exceptions.addAll(variables.noProxy());
        return new NetworkSettings(
                Duration.ofSeconds(value(AppName.CCO, Schema.TIMEOUT_SECONDS)),
                proxy(exceptions).or(() -> variables.proxy(exceptions)),
                new Certificates(optional(AppName.CCO, Schema.CA_FILE), variables.certificates(), env.osName()),
                Map.of(),
                variables.netrc());
    }

    private Optional<ProxySettings> proxy(List<String> exceptions) {
        ResolvedValue decision = layers.decide(AppName.CCO, Schema.PROXY);
        String setBy = decision.from() == From.ENVIRONMENT
                ? decision.where()
                : Schema.PROXY.key().toString();
        return decision.value().map(url -> new ProxySettings(url.toString(), setBy, exceptions));
    }

    /**
     * {@return the ids of the verifiers that must accept every download, in addition to the trust mode}
     *
     * @param app the app
     */
    public List<String> requiredVerifiers(AppName app) {
        return value(app, Schema.REQUIRED_VERIFIERS);
    }

    /** {@return whether the user agreed to record usage statistics} */
    public boolean telemetryEnabled() {
        return value(AppName.CCO, Schema.TELEMETRY);
    }

    /** {@return where to send usage statistics; empty unless the user sets it} */
    public Optional<URI> telemetryEndpoint() {
        return optional(AppName.CCO, Schema.TELEMETRY_ENDPOINT);
    }

    /**
     * {@return the effective value of a key}
     *
     * @param path the path
     * @throws UsageException if there is no such key
     */
    public EffectiveSetting get(KeyPath path) throws UsageException {
        Key key = Key.locate(path, sourceKeys);
        return key.setting()
                .map(setting -> effective(key.app(), setting))
                .orElseGet(() -> filed(layers.withTable(path.parent()).orElse(layers.user()), path));
    }

    /**
     * All effective values of an app: its settings in the order of the schema, then those of its sources.
     *
     * @param app the app
     * @return the settings
     */
    public List<EffectiveSetting> effective(AppName app) {
        Stream<EffectiveSetting> settings = Key.settings(app).stream().map(setting -> effective(app, setting));
        Stream<EffectiveSetting> sources = layers.files().stream()
                .flatMap(file -> file.document().values().keySet().stream()
                        .filter(key -> key.startsWith(Key.sources(app)))
                        .filter(key -> layers.withTable(key.parent())
                                .filter(file::equals)
                                .isPresent())
                        .map(key -> filed(file, key)));
        return Stream.concat(settings, sources).toList();
    }

    private EffectiveSetting effective(AppName app, Setting<?> setting) {
        return layers.decide(app, setting).shown(Key.of(app, setting), setting.doc());
    }

    private EffectiveSetting filed(Layer file, KeyPath key) {
        From from = file.equals(layers.user()) ? From.FILE : From.SYSTEM;
        return new ResolvedValue(file.value(key), from, file.file().toString()).shown(key, "");
    }

    private <T> Optional<T> optional(AppName app, Setting<T> setting) {
        return layers.decide(app, setting)
                .value()
                .map(value -> setting.kind().read(value).orElseThrow());
    }

    private <T> T value(AppName app, Setting<T> setting) {
        return optional(app, setting).orElseThrow();
    }

    /** Ignores the environment, because the app that a variable concerns is known only during an update. */
    private void checkSources(AppName app) throws UsageException {
        KeyPath key = Key.of(app, Schema.SOURCE);
        ResolvedValue decision = layers.filed(app, Schema.SOURCE);
        List<String> ids = decision.value().flatMap(Schema.SOURCE.kind()::read).orElse(List.of());
        for (String id : ids) {
            KeyPath table = Key.sources(app).plus(id);
            if (layers.withTable(table).isEmpty()) {
                throw new UsageException(
                        layers.deciding(key).at(key) + "the source " + id + " has no table [" + table + "]",
                        "add the table first, or use another source");
            }
        }
    }
}
