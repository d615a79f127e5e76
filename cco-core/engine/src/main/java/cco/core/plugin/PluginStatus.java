package cco.core.plugin;

import cco.core.model.Sha256;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A plugin, and whether it is used.
 *
 * @param id of a drop-in; the module's name of a built-in plugin; the file's name of a jar that is not trusted
 * @param version nothing if it is not known
 * @param provides nothing for a jar that is not trusted: it was never started
 * @param file the jar of a drop-in
 * @param sha256 the digest of what was trusted
 * @param reason why it is refused
 */
public record PluginStatus(
        String id,
        Optional<String> version,
        List<ProvidedService> provides,
        State state,
        Optional<Path> file,
        Optional<Sha256> sha256,
        Optional<String> reason) {

    /** Where a plugin stands. */
    public enum State {
        /** It came with cco. */
        BUILT_IN,
        /** The user has trusted it, and its jar is what was trusted. */
        TRUSTED,
        /** It is not used. */
        REFUSED
    }

    public PluginStatus {
        Objects.requireNonNull(state);
        provides = List.copyOf(provides);
    }

    /** The plugin and what is against it. */
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
