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
 * All settings with their defaults, in the order of {@code config show}. Validation and {@code config set}, {@code get}
 * and {@code show} all use this list.
 */
final class Schema {

    static final Setting<Boolean> ENABLED =
            updates("enabled", ValueType.TRUTH, true, "check for updates in the background");
    static final Setting<Boolean> AUTO_INSTALL =
            updates("auto_install", ValueType.TRUTH, false, "install updates without asking");
    static final Setting<CheckInterval> CHECK_INTERVAL =
            updates("check_interval", ValueType.choice(CheckInterval.class), "daily", "how often to check for updates");
    static final Setting<Channel> CHANNEL = updates("channel", ValueType.CHANNEL, "stable", "the channel to follow");
    static final Setting<Boolean> NOTIFY_ON_UPDATE =
            updates("notify_on_update", ValueType.TRUTH, true, "mention available updates after a command");
    static final Setting<Boolean> VERIFY_SIGNATURES = new Setting<>(
            KeyPath.of(Setting.UPDATES, "verify_signatures"),
            ValueType.TRUTH,
            Optional.of(true),
            Inheritance.STRICTER,
            "require signed releases");
    static final Setting<Integer> KEEP_VERSIONS =
            updates("keep_versions", ValueType.number(1, 100), 3, "how many versions to keep installed");
    static final Setting<Duration> MINIMUM_AGE =
            updates("minimum_age", ValueType.AGE, "0d", "install a release only when it is this old");

    static final Setting<Boolean> STRICT_CHANNEL =
            updates("strict_channel", ValueType.TRUTH, false, "whether releases of more stable channels are ignored");

    // These two concern the repository and the versions of one app, so they do not apply to others.
    static final Setting<List<String>> SOURCE = new Setting<>(
            KeyPath.of(Setting.UPDATES, "source"),
            ValueType.IDS,
            Optional.empty(),
            Inheritance.OWN,
            "the sources of releases, tried in order");
    static final Setting<List<Version>> SKIP_VERSIONS = new Setting<>(
            KeyPath.of(Setting.UPDATES, "skip_versions"),
            ValueType.VERSIONS,
            Optional.of(List.of()),
            Inheritance.OWN,
            "versions to skip");

    static final Setting<URI> PROXY =
            row("network", "proxy", ValueType.PROXY, Optional.empty(), "the http proxy for all requests");
    static final Setting<List<String>> NO_PROXY = row(
            "network",
            "no_proxy",
            ValueType.HOSTS,
            Optional.of(List.of()),
            "hosts, domains and networks to reach without a proxy");
    static final Setting<Path> CA_FILE =
            row("network", "ca_file", ValueType.FILE, Optional.empty(), "a PEM file of more certificates to trust");
    static final Setting<Integer> TIMEOUT_SECONDS = row(
            "network",
            "timeout_seconds",
            ValueType.number(1, 3600),
            Optional.of(30),
            "how long to wait for a server that does not answer");
    static final Setting<List<String>> REQUIRED_VERIFIERS = new Setting<>(
            KeyPath.of("verifiers", "required"),
            ValueType.IDS,
            Optional.of(List.of("sha256")),
            Inheritance.ADDED,
            "the verifiers that must accept every download");
    static final Setting<Boolean> TELEMETRY = new Setting<>(
            KeyPath.of("telemetry", "enabled"),
            ValueType.TRUTH,
            Optional.of(false),
            Inheritance.CONSENT,
            "record anonymous usage statistics");
    static final Setting<URI> TELEMETRY_ENDPOINT = new Setting<>(
            KeyPath.of("telemetry", "endpoint"),
            ValueType.ENDPOINT,
            Optional.empty(),
            Inheritance.CONSENT,
            "where to send them, at most once a day");

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

    /** Whether each app can have a value of its own; the other settings concern cco as a whole. */
    static boolean isPerApp(Setting<?> setting) {
        return PER_APP.contains(setting.key().parts().getFirst());
    }

    private static <T> Setting<T> updates(String name, ValueType<T> kind, Object defaultValue, String doc) {
        return row(Setting.UPDATES, name, kind, Optional.of(defaultValue), doc);
    }

    private static <T> Setting<T> row(
            String table, String name, ValueType<T> kind, Optional<Object> defaultValue, String doc) {
        return new Setting<>(KeyPath.of(table, name), kind, defaultValue, Inheritance.EVERY_APP, doc);
    }
}
