package cco.core.plugin;

import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Content;
import cco.api.Origin;
import cco.api.Resource;
import cco.api.Settings;
import cco.api.Transport;
import cco.core.disk.IoReason;
import cco.core.error.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The trusted plugins of one folder.
 *
 * <p>It reads nothing until someone requests a provider that is not built in, and then only the lock and the necessary
 * jars. A failing plugin does not affect the others. Not thread-safe.
 */
final class DropIns {

    private final Path folder;
    private final PluginPolicy gate;
    private final TimeLimitedCall guard;
    private final Map<String, PluginJar> admitted = new HashMap<>();
    private final Map<String, LoadedPlugin> loaded = new HashMap<>();
    private PluginLock lock;

    DropIns(Path folder, PluginPolicy gate, TimeLimitedCall guard) {
        this.folder = folder;
        this.gate = gate;
        this.guard = guard;
    }

    /** Finds what a trusted plugin provides under an id. Runs no plugin. */
    Optional<ProvidedService> ability(Service<?> service, String id) {
        try {
            Optional<TrustedPlugin> pin = lock().provider(service.word(), id);
            return pin.isEmpty() ? Optional.empty() : pin.get().ability(service.word(), id);
        } catch (PluginRefusedException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Starts the trusted plugin that provides an id.
     *
     * @return the provider; empty if no trusted plugin provides it
     * @throws PluginException if the plugin is refused, or the lock is damaged
     */
    <T> Optional<T> find(Service<T> service, String id) throws PluginException {
        Optional<TrustedPlugin> pin;
        try {
            pin = lock().provider(service.word(), id);
        } catch (PluginRefusedException damaged) {
            throw refused(service.word() + " " + id, folder + ": " + damaged.getMessage(), damaged);
        }
        if (pin.isEmpty()) {
            return Optional.empty();
        }
        try {
            LoadedPlugin plugin = load(pin.get());
            return Optional.of(service.type().cast(plugin.provider(service.word(), id)));
        } catch (PluginRefusedException refusal) {
            throw refused(
                    service.word() + " " + id,
                    "the plugin " + pin.get().id() + " (" + pin.get().file() + ") is refused: " + refusal.getMessage(),
                    refusal);
        }
    }

    /**
     * Requests the origins of a source from {@link #find}.
     *
     * @throws BadSettingException if the source refuses its settings
     * @throws PluginException if the source fails
     */
    List<Origin> origins(ChannelSource source, String id, Function<Set<String>, Settings> settings)
            throws PluginException, BadSettingException {
        try {
            Answer answer = guard.call("naming its origins", () -> Answer.of(source, settings));
            if (answer.objection() != null) {
                throw answer.objection();
            }
            return answer.origins();
        } catch (PluginRefusedException refusal) {
            throw refused(Service.SOURCE.word() + " " + id, refusal.getMessage(), refusal);
        }
    }

    /** The origins, or the objection to the settings. */
    private record Answer(List<Origin> origins, BadSettingException objection) {

        static Answer of(ChannelSource source, Function<Set<String>, Settings> settings) {
            try {
                List<Origin> named = new ArrayList<>();
                for (Origin origin : source.origins(settings.apply(source.variables()))) {
                    named.add(new NamedOrigin(Objects.requireNonNull(origin.name()), origin));
                }
                return new Answer(List.copyOf(named), null);
            } catch (BadSettingException objection) {
                return new Answer(List.of(), objection);
            }
        }
    }

    /**
     * An origin with a fixed name, so that reading the name calls no foreign code.
     *
     * <p>It equals only itself, because comparing two origins would call foreign code.
     */
    private static final class NamedOrigin implements Origin {

        private final String name;
        private final Origin origin;

        NamedOrigin(String name, Origin origin) {
            this.name = name;
            this.origin = origin;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Content open(Resource resource, Transport transport) throws IOException {
            return origin.open(resource, transport);
        }
    }

    /** Lists refused plugins and jars with their reasons. Runs no plugin. */
    List<PluginStatus> refused() {
        try {
            List<PluginStatus> refused = new ArrayList<>();
            for (PluginStatus status : new PluginAudit(folder, this).judge(false)) {
                if (status.state() == PluginStatus.State.REFUSED) {
                    refused.add(status);
                }
            }
            return refused;
        } catch (PluginRefusedException told) {
            return List.of();
        }
    }

    PluginLock lock() throws PluginRefusedException {
        if (lock == null) {
            lock = PluginLock.read(folder);
        }
        return lock;
    }

    /** Checks a jar and its dependencies, which must be trusted. Runs no plugin. */
    void admit(PluginJar jar) throws PluginRefusedException {
        gate.admit(jar);
        List<PluginJar> order = Dependencies.inOrder(jar, this::trusted);
        gate.admit(jar, order.subList(0, order.size() - 1));
    }

    /** Reads the jar of a trusted plugin, if it has not changed. Runs no plugin. */
    PluginJar admit(TrustedPlugin pin) throws PluginRefusedException {
        PluginJar jar = admitted.get(pin.id());
        if (jar == null) {
            jar = read(pin);
            admitted.put(pin.id(), jar);
        }
        return jar;
    }

    /** Returns whether a plugin has been started. */
    boolean isLoaded(TrustedPlugin pin) {
        return loaded.containsKey(pin.id());
    }

    /** Starts a plugin, and checks that it provides what the user trusted it to provide. */
    LoadedPlugin load(TrustedPlugin pin) throws PluginRefusedException {
        LoadedPlugin plugin = loaded.get(pin.id());
        if (plugin == null) {
            plugin = load(admit(pin));
            if (!pin.provides(plugin.abilities())) {
                throw new PluginRefusedException(
                        "it provides " + plugin.abilities() + ", but " + pin.provides() + " was trusted");
            }
            loaded.put(pin.id(), plugin);
        }
        return plugin;
    }

    /** Starts a plugin that is not trusted yet, with its trusted dependencies. */
    LoadedPlugin load(PluginJar jar) throws PluginRefusedException {
        return LoadedPlugin.load(Dependencies.inOrder(jar, this::trusted), gate, guard);
    }

    private PluginJar trusted(String id) throws PluginRefusedException {
        Optional<TrustedPlugin> pin = lock().plugin(id);
        if (pin.isEmpty()) {
            throw new PluginRefusedException("it is not trusted, or not there");
        }
        return admit(pin.get());
    }

    private PluginJar read(TrustedPlugin pin) throws PluginRefusedException {
        byte[] bytes;
        try {
            bytes = OwnFile.read(folder.resolve(pin.file()), PluginJar.MAX_BYTES);
        } catch (IOException unreadable) {
            throw new PluginRefusedException(IoReason.of(unreadable), unreadable);
        }
        PluginJar jar = PluginJar.trusted(bytes, pin.sha256());
        gate.admit(jar);
        PluginPolicy.requireFreeIds(pin.provides(), jar.module().name());
        return jar;
    }

    private static PluginException refused(String wanted, String reason, PluginRefusedException cause) {
        return new PluginException(
                "the " + wanted + " cannot be used: " + reason,
                "run `cco plugin list` for details, then `cco plugin trust JAR` to accept the jar or "
                        + "`cco plugin remove ID` to delete it",
                cause);
    }
}
