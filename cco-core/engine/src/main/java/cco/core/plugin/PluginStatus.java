package cco.core.plugin;

import cco.core.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plugin and its state.
 *
 * @param id the id of a drop-in, the module name of a built-in plugin, or the file name of an untrusted jar
 * @param version the version, if it is known
 * @param provides the services; empty for an untrusted jar, which was never started
 * @param state whether cco uses it
 * @param file the jar of a drop-in
 * @param sha256 the digest that the user trusted
 * @param reason why cco refuses it
 */
public record PluginStatus(
        String id,
        Optional<String> version,
        List<ProvidedService> provides,
        State state,
        Optional<Path> file,
        Optional<Sha256> sha256,
        Optional<String> reason) {

    /** The state of a plugin. */
    public enum State {
        /** The plugin is part of cco. */
        BUILT_IN,
        /** The user trusts the plugin, and its jar has not changed. */
        TRUSTED,
        /** cco does not use the plugin. */
        REFUSED
    }

    /** Copies the list of services. */
    public PluginStatus {
        Objects.requireNonNull(state);
        provides = List.copyOf(provides);
    }

    /** {@return the plugin and the reason for its refusal} */
    @Override
    public String toString() {
        return id + reason.map(text -> " is refused: " + text).orElse("");
    }

    static PluginStatus builtIn(String id, Optional<String> version, List<ProvidedService> provides) {
        return new PluginStatus(
                id, version, provides, State.BUILT_IN, Optional.empty(), Optional.empty(), Optional.empty());
    }

    static PluginStatus trusted(Path folder, TrustedPlugin pin) {
        return pinned(folder, pin, State.TRUSTED, Optional.empty());
    }

    static PluginStatus refused(Path folder, TrustedPlugin pin, PluginRefusedException refusal) {
        return pinned(folder, pin, State.REFUSED, Optional.of(refusal.getMessage()));
    }

    static PluginStatus refused(Path file, String reason) {
        return new PluginStatus(
                file.getFileName().toString(),
                Optional.empty(),
                List.of(),
                State.REFUSED,
                Optional.of(file),
                Optional.empty(),
                Optional.of(reason));
    }

    private static PluginStatus pinned(Path folder, TrustedPlugin pin, State state, Optional<String> reason) {
        Path file = folder.resolve(pin.file());
        return new PluginStatus(
                pin.id(),
                Optional.of(pin.version()),
                pin.provides(),
                state,
                Optional.of(file),
                Optional.of(pin.sha256()),
                reason);
    }
}
