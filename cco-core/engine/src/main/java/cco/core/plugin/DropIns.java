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
 * The plugins of one folder that the user trusts. Nothing is read before a provider is asked for that is not built in,
 * and then only the lock and the jars that it takes; no plugin stops another. Not for use by several threads at once.
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

    /** What is trusted to provide this; nothing is run. */
    Optional<ProvidedService> ability(Service<?> service, String id) {
        try {
            Optional<TrustedPlugin> pin = lock().provider(service.word(), id);
            return pin.isEmpty() ? Optional.empty() : pin.get().ability(service.word(), id);
        } catch (PluginRefusedException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Starts what is trusted to provide this.
     *
     * @return nothing if no plugin is
     * @throws PluginException if one is, but is refused, or if no plugin is trusted because the lock is damaged
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
     * Asks a source that was {@linkplain #find found} for its origins.
     *
     * @throws BadSettingException if the source says so
     * @throws PluginException if it fails
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

    /** A list, or what is against the settings. */
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
     * An origin that cannot change its name, or hang while it is asked for it. It equals none but itself, since to
     * compare two would be to call foreign code.
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

    /** The plugins and jars that are not used, each with its reason; none is started for it. */
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

    /** Lets a jar pass with the plugins that it depends on, which must be trusted. Nothing is run. */
    void admit(PluginJar jar) throws PluginRefusedException {
        gate.admit(jar);
        List<PluginJar> order = Dependencies.inOrder(jar, this::trusted);
        gate.admit(jar, order.subList(0, order.size() - 1));
    }

    /** The jar of a pin, if it still is what was trusted. Nothing of it is run. */
    PluginJar admit(TrustedPlugin pin) throws PluginRefusedException {
        PluginJar jar = admitted.get(pin.id());
        if (jar == null) {
            jar = read(pin);
            admitted.put(pin.id(), jar);
        }
        return jar;
    }

    /** Whether a plugin was let in and started already. */
    boolean isLoaded(TrustedPlugin pin) {
        return loaded.containsKey(pin.id());
    }

    /** Starts a plugin, and sees that it is what was trusted. */
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

    /** Starts a plugin that need not be trusted yet, on those that are. */
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
        PluginPolicy.requireFree(pin.provides());
        return jar;
    }

    private static PluginException refused(String wanted, String reason, PluginRefusedException cause) {
        return new PluginException(
                "the " + wanted + " cannot be used: " + reason,
                "`cco plugin list` shows all of them; `cco plugin trust JAR` if you want this jar, else "
                        + "`cco plugin remove ID`",
                cause);
    }
}
