package cco.core.plugin;

import cco.api.Artifact;
import cco.api.BadSettingException;
import cco.api.ChannelSource;
import cco.api.Origin;
import cco.api.PlatformInstaller;
import cco.api.Settings;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.PluginException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * All providers that this process can use: built-in plugins and trusted drop-ins.
 *
 * <p>The configuration decides which provider is used. The folder of drop-ins is read only for an id that no built-in
 * plugin provides.
 *
 * <p>Several threads may use it: they find and start providers one at a time, and call them side by side.
 */
public final class Providers {

    private final Registry<ChannelSource> sources;
    private final Registry<Verifier> verifiers;
    private final Registry<PlatformInstaller> installers;
    private final DropIns dropIns;
    private final Consumer<String> notes;
    private boolean noted;

    private Providers(
            Iterable<ServiceLoader.Provider<ChannelSource>> sources,
            Iterable<ServiceLoader.Provider<Verifier>> verifiers,
            Iterable<ServiceLoader.Provider<PlatformInstaller>> installers,
            DropIns dropIns,
            Consumer<String> notes) {
        this.sources = new Registry<>(Service.SOURCE, sources);
        this.verifiers = new Registry<>(Service.VERIFIER, verifiers);
        this.installers = new Registry<>(Service.INSTALLER, installers);
        this.dropIns = dropIns;
        this.notes = notes;
    }

    /**
     * Finds the providers in the modules of this process and in a folder of drop-ins, without starting them.
     *
     * @param plugins the folder of drop-ins, which need not exist
     * @param notes receives a note for each refused drop-in when a drop-in is used
     * @return the providers
     */
    public static Providers load(Path plugins, Consumer<String> notes) {
        return new Providers(
                () -> found(ChannelSource.class),
                () -> found(Verifier.class),
                () -> found(PlatformInstaller.class),
                new DropIns(plugins, PluginPolicy.standard(), new TimeLimitedCall(PluginFolder.START_LIMIT)),
                notes);
    }

    private static <T> Iterator<ServiceLoader.Provider<T>> found(Class<T> service) {
        return ServiceLoader.load(ModuleLayer.boot(), service).stream().iterator();
    }

    /**
     * Combines given providers with the drop-ins of a folder.
     *
     * @param sources the built-in sources
     * @param verifiers the built-in verifiers
     * @param installers the built-in installers
     * @param plugins the folder of drop-ins
     * @return the providers
     */
    public static Providers of(
            List<ServiceLoader.Provider<ChannelSource>> sources,
            List<ServiceLoader.Provider<Verifier>> verifiers,
            List<ServiceLoader.Provider<PlatformInstaller>> installers,
            Path plugins) {
        DropIns dropIns = new DropIns(plugins, PluginPolicy.standard(), new TimeLimitedCall(PluginFolder.START_LIMIT));
        return new Providers(sources, verifiers, installers, dropIns, note -> {});
    }

    /**
     * Requests the repositories to try from a source.
     *
     * @param id the id of the source
     * @param settings returns the settings for the environment variables that the source declares
     * @return the repositories, best first
     * @throws BadSettingException if the source refuses the settings
     * @throws PluginException if the source is missing, ambiguous or refused
     */
    public List<Origin> origins(String id, Function<Set<String>, Settings> settings)
            throws PluginException, BadSettingException {
        Optional<ChannelSource> dropIn = dropIn(sources, Service.SOURCE, id);
        if (dropIn.isPresent()) {
            return dropIns.origins(dropIn.get(), id, settings);
        }
        ChannelSource source = builtIn(sources, id);
        return List.copyOf(source.origins(settings.apply(source.variables())));
    }

    /**
     * Returns the keys that a source reads from its table, without starting a drop-in.
     *
     * @param id the id of the source
     * @return the keys; empty if there is no such source
     */
    public synchronized Optional<Set<String>> sourceKeys(String id) {
        ChannelSource source = sources.usable().get(id);
        return source == null
                ? dropIns.ability(Service.SOURCE, id).map(ProvidedService::keys)
                : Optional.of(Set.copyOf(source.keys()));
    }

    /**
     * Checks that each verifier is built in or trusted, without starting a drop-in.
     *
     * @param ids the ids of the verifiers
     * @throws PluginException if one of them is neither
     */
    public synchronized void requireVerifiers(List<String> ids) throws PluginException {
        for (String id : ids) {
            if (!verifiers.has(id) && dropIns.ability(Service.VERIFIER, id).isEmpty()) {
                verifiers(List.of(id));
            }
        }
    }

    /**
     * Returns verifiers in the order of their ids.
     *
     * @param ids the ids of the verifiers
     * @return the verifiers
     * @throws PluginException if one of them is missing, ambiguous or refused
     */
    public List<Verifier> verifiers(List<String> ids) throws PluginException {
        List<Verifier> found = new ArrayList<>();
        for (String id : ids) {
            Optional<Verifier> dropIn = dropIn(verifiers, Service.VERIFIER, id);
            found.add(dropIn.isPresent() ? new NamedVerifier(id, dropIn.get()) : builtIn(verifiers, id));
        }
        return List.copyOf(found);
    }

    /**
     * Returns the built-in installer for an operating system.
     *
     * @param osName the name of the operating system, the value of {@code os.name}
     * @return the installer
     * @throws PluginException if there is none, or more than one
     */
    public synchronized PlatformInstaller installer(String osName) throws PluginException {
        return installers.only(installer -> installer.supports(osName), "supports " + osName);
    }

    /** {@return the built-in plugins, one per module} */
    public synchronized List<PluginStatus> builtIn() {
        Map<Module, List<ProvidedService>> abilities = new TreeMap<>(Comparator.comparing(Module::getName));
        for (Registry<?> registry : List.of(sources, verifiers, installers)) {
            registry.abilities()
                    .forEach((module, ability) -> abilities
                            .computeIfAbsent(module, unused -> new ArrayList<>())
                            .addAll(ability));
        }
        List<PluginStatus> statuses = new ArrayList<>();
        abilities.forEach((module, provided) -> statuses.add(
                PluginStatus.builtIn(module.getName(), module.getDescriptor().rawVersion(), provided)));
        return statuses;
    }

    private synchronized <T> Optional<T> dropIn(Registry<T> builtIn, Service<T> service, String id)
            throws PluginException {
        if (builtIn.has(id)) {
            return Optional.empty();
        }
        Optional<T> found = dropIns.find(service, id);
        if (found.isPresent() && !noted) {
            noted = true;
            for (PluginStatus status : dropIns.refused()) {
                notes.accept("the plugin " + status);
            }
        }
        return found;
    }

    private synchronized <T> T builtIn(Registry<T> registry, String id) throws PluginException {
        return registry.get(
                id,
                registry.has(id)
                        ? List.of()
                        : dropIns.refused().stream().map(PluginStatus::toString).toList());
    }

    /** A verifier with a fixed name, so that reading the name calls no foreign code. */
    private record NamedVerifier(String id, Verifier verifier) implements Verifier {

        @Override
        public Verdict verify(Artifact artifact) throws IOException {
            return verifier.verify(artifact);
        }
    }
}
