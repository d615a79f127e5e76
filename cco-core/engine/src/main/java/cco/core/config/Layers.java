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
 * All layers of the configuration: the administrator's file, the environment, the user's file and the defaults.
 *
 * @param system the administrator's file, if the machine has one
 */
record Layers(Optional<Layer> system, EnvironmentLayer environment, Layer user) {

    /** The files, the administrator's first. */
    List<Layer> files() {
        return Stream.concat(system.stream(), Stream.of(user)).toList();
    }

    /** The value of a setting for an app. */
    ResolvedValue decide(AppName app, Setting<?> setting) {
        ResolvedValue chosen = pinned(app, setting)
                .or(() -> counting(setting, environment.value(setting)))
                .orElseGet(() -> filed(app, setting));
        return setting.reach() == Inheritance.ADDED ? joined(app, setting, chosen) : chosen;
    }

    /** The value of a setting without the environment. */
    ResolvedValue filed(AppName app, Setting<?> setting) {
        return pinned(app, setting)
                .or(() -> in(user, app, setting, From.FILE, From.INHERITED))
                .orElseGet(() -> ResolvedValue.initially(setting));
    }

    /** The administrator's value for an app, its own or an inherited one. */
    Optional<ResolvedValue> pinned(AppName app, Setting<?> setting) {
        return counting(setting, administered(app, setting));
    }

    private Optional<ResolvedValue> administered(AppName app, Setting<?> setting) {
        return system.flatMap(layer -> in(layer, app, setting, From.SYSTEM, From.SYSTEM));
    }

    /** Keeps a value that does not come from the user only if the setting allows that. */
    private static Optional<ResolvedValue> counting(Setting<?> setting, Optional<ResolvedValue> said) {
        return said.filter(
                decision -> decision.value().filter(setting::isForOthersToSay).isPresent());
    }

    /** The file with the table of a source. The administrator's table hides the user's table of the same name. */
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
                        .filter(setting::passesOn)
                        .map(value -> new ResolvedValue(Optional.of(value), general, where)));
    }

    /** Combines the administrator's list with that of the user or the default. */
    private ResolvedValue joined(AppName app, Setting<?> setting, ResolvedValue chosen) {
        Object besides = in(user, app, setting, From.FILE, From.INHERITED)
                .orElseGet(() -> ResolvedValue.initially(setting))
                .value()
                .orElse(List.of());
        Set<Object> all = new LinkedHashSet<>(list(chosen.value().orElse(List.of())));
        all.addAll(list(besides));
        return new ResolvedValue(Optional.of(List.copyOf(all)), chosen.from(), chosen.where());
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> list ? list : List.of(value);
    }

    /** Describes each value that has no effect, in a sentence. */
    List<String> overruled(AppName app) {
        return Key.settings(app).stream()
                .filter(setting -> setting.reach() != Inheritance.ADDED)
                .flatMap(setting -> Stream.concat(outranked(app, setting), presumed(app, setting)))
                .toList();
    }

    private Stream<String> outranked(AppName app, Setting<?> setting) {
        return pinned(app, setting).stream()
                .flatMap(pin -> Stream.concat(
                                environment.value(setting).stream(),
                                in(user, app, setting, From.FILE, From.INHERITED).stream())
                        .filter(other -> !other.value().equals(pin.value()))
                        .map(other ->
                                Key.of(app, setting) + " is what " + pin.where() + " says, not " + other.where()));
    }

    private Stream<String> presumed(AppName app, Setting<?> setting) {
        return Stream.concat(administered(app, setting).stream(), environment.value(setting).stream())
                .filter(other -> counting(setting, Optional.of(other)).isEmpty())
                .map(other -> Key.of(app, setting) + " is for the user alone to say, not for " + other.where());
    }

    /**
     * Refuses to change a pinned setting.
     *
     * @throws UsageException if the administrator's file pins it; the message names that file
     */
    void requireFree(Key key) throws UsageException {
        boolean pinned = key.setting().isPresent()
                ? key.setting().get().reach() != Inheritance.ADDED
                        && pinned(key.app(), key.setting().get()).isPresent()
                : system.isPresent() && system.get().hasTable(key.path().parent());
        if (pinned) {
            throw new UsageException(
                    key.path() + " is pinned by " + system.get().file(),
                    "only the administrator of this machine can change it there; nothing was changed");
        }
    }
}
