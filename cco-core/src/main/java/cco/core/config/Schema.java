package cco.core.config;

import cco.core.model.Channel;
import cco.core.model.Version;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every setting of cco's with its default, in the order in which they are shown. Checking, {@code config set}, {@code
 * get} and {@code show} all go by this list, so none of them can know a setting that the others do not.
 */
final class Schema {

    static final Setting<Boolean> ENABLED =
            updates("enabled", Kind.TRUTH, true, "whether cco looks for updates by itself");
    static final Setting<Boolean> AUTO_INSTALL =
            updates("auto_install", Kind.TRUTH, false, "whether an update is installed without asking");
    static final Setting<CheckInterval> CHECK_INTERVAL =
            updates("check_interval", Kind.choice(CheckInterval.class), "daily", "how often cco looks for updates");
    static final Setting<Channel> CHANNEL =
            updates("channel", Kind.CHANNEL, "stable", "which stream of releases is followed");
    static final Setting<Boolean> NOTIFY_ON_UPDATE =
            updates("notify_on_update", Kind.TRUTH, true, "whether a command mentions a newer version when it ends");
    static final Setting<Boolean> VERIFY_SIGNATURES =
            updates("verify_signatures", Kind.TRUTH, true, "whether more than a checksum is demanded of a release");
    static final Setting<Integer> KEEP_VERSIONS =
            updates("keep_versions", Kind.number(1, 100), 3, "how many versions stay installed");
    static final Setting<Duration> MINIMUM_AGE =
            updates("minimum_age", Kind.AGE, "0d", "how old a release must be before it is installed");

    // These two speak of one app's repository and one app's versions, so they mean nothing for another app.
    static final Setting<List<String>> SOURCE = new Setting<>(
            KeyPath.of("updates", "source"), Kind.IDS, Optional.empty(), false, "where releases come from, best first");
    static final Setting<List<Version>> SKIP_VERSIONS = new Setting<>(
            KeyPath.of("updates", "skip_versions"),
            Kind.VERSIONS,
            Optional.of(List.of()),
            false,
            "versions that are never installed");

    static final Setting<URI> PROXY = new Setting<>(
            KeyPath.of("network", "proxy"), Kind.PROXY, Optional.empty(), true, "the proxy that requests go through");
    static final Setting<Path> CA_FILE = new Setting<>(
            KeyPath.of("network", "ca_file"),
            Kind.FILE,
            Optional.empty(),
            true,
            "a PEM file of certificates to trust besides the built-in ones");
    static final Setting<Integer> TIMEOUT_SECONDS = new Setting<>(
            KeyPath.of("network", "timeout_seconds"),
            Kind.number(1, 3600),
            Optional.of(30),
            true,
            "how long a silent server is waited for");
    static final Setting<List<String>> REQUIRED_VERIFIERS = new Setting<>(
            KeyPath.of("verifiers", "required"),
            Kind.IDS,
            Optional.of(List.of("sha256")),
            true,
            "every one named here must accept a download");
    static final Setting<Boolean> TELEMETRY = new Setting<>(
            KeyPath.of("telemetry", "enabled"),
            Kind.TRUTH,
            Optional.of(false),
            true,
            "whether anonymous usage figures are kept");

    /** All of them, as they are shown. */
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
            PROXY,
            CA_FILE,
            TIMEOUT_SECONDS,
            REQUIRED_VERIFIERS,
            TELEMETRY);

    private Schema() {}

    /** Whether every app has a setting of this kind of its own; the others are about cco as a whole. */
    static boolean isPerApp(Setting<?> setting) {
        return setting.key().parts().getFirst().equals("updates");
    }

    private static <T> Setting<T> updates(String name, Kind<T> kind, Object initial, String doc) {
        return new Setting<>(KeyPath.of("updates", name), kind, Optional.of(initial), true, doc);
    }
}
