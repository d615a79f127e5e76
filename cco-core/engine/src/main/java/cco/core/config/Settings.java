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
 * What the configuration says, checked from end to end before anything of it is used: the administrator's file, then
 * the environment, then the user's {@code config.toml}, then the defaults.
 *
 * <p>cco's own tables hold for every app that does not say otherwise. Sources and skipped versions are not passed on:
 * they speak of one app's releases. Trust is never loosened by what is passed on, nor by the environment.
 */
public final class Settings {

    private final Layers layers;
    private final Env env;
    private final SourceKeys sourceKeys;

    private Settings(Layers layers, Env env, SourceKeys sourceKeys) {
        this.layers = layers;
        this.env = env;
        this.sourceKeys = sourceKeys;
    }

    /**
     * Checks everything that has a say.
     *
     * @throws UsageException naming file and line or the variable, if a key is unknown, a value cannot be used or a
     *     source has no table
     */
    static Settings of(Layers layers, Env env, SourceKeys sourceKeys) throws UsageException {
        Settings settings = new Settings(layers, env, sourceKeys);
        for (Layer file : layers.files()) {
            file.check(sourceKeys);
        }
        for (AppName app : settings.apps()) {
            settings.checkSources(app);
        }
        return settings;
    }

    /** cco, and every other app that the configuration has a key for. */
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

    /** What no option of the command line may change. */
    public AdminPolicy pinned() {
        return new AdminPolicy(layers);
    }

    /** What the user should know about what is said in vain, one sentence each: overruled, or of an old format. */
    public List<String> remarks(AppName app) {
        List<String> remarks = new ArrayList<>(layers.overruled(app));
        for (KeyPath key : ConfigVersion.retired(layers.user().document())) {
            remarks.add(layers.user().at(key) + key + " is of an earlier format and means nothing any more");
        }
        return List.copyOf(remarks);
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
                value(app, Schema.MINIMUM_AGE),
                value(app, Schema.STRICT_CHANNEL));
    }

    /**
     * Where an app's releases come from, in the order in which to try.
     *
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
                    "say where its releases are: `cco install " + app + " --from URL`");
        }
        return List.copyOf(tables);
    }

    /**
     * One source of an app's, whether or not {@code updates.source} names it.
     *
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

    /** Says that a variable asked for a source, if one did. */
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

    /** What a source did not like about its table, with the place in the file, if the table came from there. */
    public UsageException refused(SourceConfig table, BadSettingException reason) {
        KeyPath key = table.path().plus(reason.key());
        String place = layers.withTable(table.path()).map(file -> file.at(key)).orElse("");
        return new UsageException(place + key + ": " + reason.getMessage(), "correct the source's settings", reason);
    }

    /** How to reach the network; the headers are for the caller to add. */
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

    /** The ids of the verifiers that must all accept an app's download, besides what the trust mode demands. */
    public List<String> requiredVerifiers(AppName app) {
        return value(app, Schema.REQUIRED_VERIFIERS);
    }

    /** Whether the user has agreed to keep anonymous usage figures. */
    public boolean telemetryEnabled() {
        return value(AppName.CCO, Schema.TELEMETRY);
    }

    /** Where usage figures are sent; nowhere unless the user names a place. */
    public Optional<URI> telemetryEndpoint() {
        return optional(AppName.CCO, Schema.TELEMETRY_ENDPOINT);
    }

    /**
     * The value that holds for a key, be it set or not.
     *
     * @throws UsageException if there is no such key
     */
    public EffectiveSetting get(KeyPath path) throws UsageException {
        Key key = Key.locate(path, sourceKeys);
        return key.setting()
                .map(setting -> effective(key.app(), setting))
                .orElseGet(() -> filed(layers.withTable(path.parent()).orElse(layers.user()), path));
    }

    /** Everything that holds for an app: its settings in the schema's order, then its sources' as in the file. */
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

    /** Of the files alone: which app a variable means is known only when one is updated. */
    private void checkSources(AppName app) throws UsageException {
        KeyPath key = Key.of(app, Schema.SOURCE);
        ResolvedValue decision = layers.filed(app, Schema.SOURCE);
        List<String> ids = decision.value().flatMap(Schema.SOURCE.kind()::read).orElse(List.of());
        for (String id : ids) {
            KeyPath table = Key.sources(app).plus(id);
            if (layers.withTable(table).isEmpty()) {
                throw new UsageException(
                        layers.deciding(key).at(key) + "the source " + id + " has no table [" + table + "]",
                        "add the table with the source's settings first, or name another source");
            }
        }
    }
}
