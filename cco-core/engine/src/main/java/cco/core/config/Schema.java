package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import cco.core.toml.KeyPath;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * All settings with their defaults, in the order of {@code config show}.
 *
 * <p>Validation and the {@code config} commands share this list, so none of them can miss a setting.
 */
final class Schema {

    static final Setting<Boolean> ENABLED =
            updates("enabled", ValueType.TRUTH, true, "whether cco looks for updates by itself");
    static final Setting<Boolean> AUTO_INSTALL =
            updates("auto_install", ValueType.TRUTH, false, "whether an update is installed without asking");
    static final Setting<CheckInterval> CHECK_INTERVAL = updates(
            "check_interval", ValueType.choice(CheckInterval.class), "daily", "how often cco looks for updates");
    static final Setting<Channel> CHANNEL =
            updates("channel", ValueType.CHANNEL, "stable", "which stream of releases is followed");
    static final Setting<Boolean> NOTIFY_ON_UPDATE = updates(
            "notify_on_update", ValueType.TRUTH, true, "whether a command mentions a newer version when it ends");
    static final Setting<Boolean> VERIFY_SIGNATURES = new Setting<>(
            KeyPath.of(Setting.UPDATES, "verify_signatures"),
            ValueType.TRUTH,
            Optional.of(true),
            Inheritance.STRICTER,
            "whether more than a checksum is demanded of a release");
    static final Setting<Integer> KEEP_VERSIONS =
            updates("keep_versions", ValueType.number(1, 100), 3, "how many versions stay installed");
    static final Setting<Duration> MINIMUM_AGE =
            updates("minimum_age", ValueType.AGE, "0d", "how old a release must be before it is installed");

    static final Setting<Boolean> STRICT_CHANNEL =
            updates("strict_channel", ValueType.TRUTH, false, "whether releases of more stable channels are ignored");

    // These two are about the repository and the versions of one app, so other apps do not inherit them.
    static final Setting<List<String>> SOURCE = new Setting<>(
            KeyPath.of(Setting.UPDATES, "source"),
            ValueType.IDS,
            Optional.empty(),
            Inheritance.OWN,
            "where releases come from, best first");
    static final Setting<List<Version>> SKIP_VERSIONS = new Setting<>(
            KeyPath.of(Setting.UPDATES, "skip_versions"),
            ValueType.VERSIONS,
            Optional.of(List.of()),
            Inheritance.OWN,
            "versions that are never installed");

    static final Setting<URI> PROXY =
            row("network", "proxy", ValueType.PROXY, Optional.empty(), "the http proxy that requests go through");
    static final Setting<List<String>> NO_PROXY = row(
            "network",
            "no_proxy",
            ValueType.HOSTS,
            Optional.of(List.of()),
            "hosts, domains and networks that are reached without a proxy");
    static final Setting<Path> CA_FILE = row(
            "network",
            "ca_file",
            ValueType.FILE,
            Optional.empty(),
            "a PEM file of certificates to trust besides the built-in ones");
    static final Setting<Integer> TIMEOUT_SECONDS = row(
            "network",
            "timeout_seconds",
            ValueType.number(1, 3600),
            Optional.of(30),
            "how long a silent server is waited for");
    static final Setting<List<String>> REQUIRED_VERIFIERS = new Setting<>(
            KeyPath.of("verifiers", "required"),
            ValueType.IDS,
            Optional.of(List.of("sha256")),
            Inheritance.ADDED,
            "every one named here must accept a download");
    static final Setting<Boolean> TELEMETRY = new Setting<>(
            KeyPath.of("telemetry", "enabled"),
            ValueType.TRUTH,
            Optional.of(false),
            Inheritance.CONSENT,
            "whether anonymous usage figures are kept");
    static final Setting<URI> TELEMETRY_ENDPOINT = new Setting<>(
            KeyPath.of("telemetry", "endpoint"),
            ValueType.ENDPOINT,
            Optional.empty(),
            Inheritance.CONSENT,
            "where they are sent, once a day at most");

    /** All settings, in the order of {@code config show}. */
    static final List<Setting<?>> ALL = List.of(
            ENABLED,
            AUTO_INSTALL,
            CHECK_INTERVAL,
            CHANNEL,
            NOTIFY_ON_UPDATE,
            VERIFY_SIGNATURES,
            SOURCE,
            SKIP_VERSIONS,
            KEEP_VERSIONS,
            MINIMUM_AGE,
            STRICT_CHANNEL,
            PROXY,
            NO_PROXY,
            CA_FILE,
            TIMEOUT_SECONDS,
            REQUIRED_VERIFIERS,
            TELEMETRY,
            TELEMETRY_ENDPOINT);

    private static final Set<String> PER_APP = Set.of(Setting.UPDATES, "verifiers");

    private Schema() {}

    /** Returns whether each app has this setting; the others apply to cco as a whole. */
    static boolean isPerApp(Setting<?> setting) {
        return PER_APP.contains(setting.key().parts().getFirst());
    }

    private static <T> Setting<T> updates(String name, ValueType<T> kind, Object initial, String doc) {
        return row(Setting.UPDATES, name, kind, Optional.of(initial), doc);
    }

    private static <T> Setting<T> row(
            String table, String name, ValueType<T> kind, Optional<Object> initial, String doc) {
        return new Setting<>(KeyPath.of(table, name), kind, initial, Inheritance.EVERY_APP, doc);
    }
}
