package cco.core.config;

import cco.core.config.EffectiveSetting.From;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.toml.KeyPath;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All layers of the configuration by rank: the administrator's file, the environment, the user's file, the defaults.
 *
 * @param system the administrator's file, if the machine has one
 */
record Layers(Optional<Layer> system, EnvironmentLayer environment, Layer user) {

    /** The files, highest rank first. */
    List<Layer> files() {
        return Stream.concat(system.stream(), Stream.of(user)).toList();
    }

    /** The effective value for an app. */
    ResolvedValue decide(AppName app, Setting<?> setting) {
        ResolvedValue chosen = pinned(app, setting)
                .or(() -> applicable(setting, environment.value(setting)))
                .orElseGet(() -> filed(app, setting));
        return setting.reach() == Inheritance.ADDED ? joined(app, setting, chosen) : chosen;
    }

    /** The value without the environment. */
    ResolvedValue filed(AppName app, Setting<?> setting) {
        return pinned(app, setting)
                .or(() -> in(user, app, setting, From.FILE, From.INHERITED))
                .orElseGet(() -> ResolvedValue.defaultOf(setting));
    }

    /** The value that the administrator pinned for an app. */
    Optional<ResolvedValue> pinned(AppName app, Setting<?> setting) {
        return applicable(setting, fromAdministrator(app, setting));
    }

    private Optional<ResolvedValue> fromAdministrator(AppName app, Setting<?> setting) {
        return system.flatMap(layer -> in(layer, app, setting, From.SYSTEM, From.SYSTEM));
    }

    /** The value, unless only the user may set it. */
    private static Optional<ResolvedValue> applicable(Setting<?> setting, Optional<ResolvedValue> value) {
        return value.filter(
                decision -> decision.value().filter(setting::othersMaySet).isPresent());
    }

    /** The file with the table of a source; the administrator's table hides the user's. */
    Optional<Layer> withTable(KeyPath table) {
        return files().stream().filter(layer -> layer.hasTable(table)).findFirst();
    }

    /** The file that sets a key, for messages. */
    Layer deciding(KeyPath key) {
        return files().stream()
                .filter(layer -> layer.value(key).isPresent())
                .findFirst()
                .orElse(user);
    }

    private static Optional<ResolvedValue> in(Layer layer, AppName app, Setting<?> setting, From own, From general) {
        String where = layer.file().toString();
        return layer.value(Key.of(app, setting))
                .map(value -> new ResolvedValue(Optional.of(value), own, where))
                .or(() -> layer.value(setting.key())
                        .filter(setting::isInherited)
                        .map(value -> new ResolvedValue(Optional.of(value), general, where)));
    }

    /** The administrator's list, followed by the user's or the default. */
    private ResolvedValue joined(AppName app, Setting<?> setting, ResolvedValue chosen) {
        Object besides = in(user, app, setting, From.FILE, From.INHERITED)
                .orElseGet(() -> ResolvedValue.defaultOf(setting))
                .value()
                .orElse(List.of());
        Set<Object> all = new LinkedHashSet<>(list(chosen.value().orElse(List.of())));
        all.addAll(list(besides));
        return new ResolvedValue(Optional.of(List.copyOf(all)), chosen.from(), chosen.where());
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** The values without effect, one sentence each. */
    List<String> withoutEffect(AppName app) {
        return Key.settings(app).stream()
                .filter(setting -> setting.reach() != Inheritance.ADDED)
                .flatMap(setting -> Stream.concat(overridden(app, setting), disallowed(app, setting)))
                .toList();
    }

    private Stream<String> overridden(AppName app, Setting<?> setting) {
        return pinned(app, setting).stream()
                .flatMap(pin -> Stream.concat(
                                environment.value(setting).stream(),
                                in(user, app, setting, From.FILE, From.INHERITED).stream())
                        .filter(other -> !other.value().equals(pin.value()))
                        .map(other -> Key.of(app, setting) + ": " + pin.where() + " overrides " + other.where()));
    }

    private Stream<String> disallowed(AppName app, Setting<?> setting) {
        return Stream.concat(fromAdministrator(app, setting).stream(), environment.value(setting).stream())
                .filter(other -> applicable(setting, Optional.of(other)).isEmpty())
                .map(other ->
                        Key.of(app, setting) + ": only the user can set this, so " + other.where() + " is ignored");
    }

    /**
     * Refuses to change a pinned key.
     *
     * @throws UsageException naming the administrator's file
     */
    void requireUnpinned(Key key) throws UsageException {
        boolean pinned = key.setting().isPresent()
                ? key.setting().get().reach() != Inheritance.ADDED
                        && pinned(key.app(), key.setting().get()).isPresent()
                : system.isPresent() && system.get().hasTable(key.path().parent());
        if (pinned) {
            throw new UsageException(
                    key.path() + " is pinned by " + system.get().file(),
                    "ask the administrator of this machine to change it");
        }
    }
}
