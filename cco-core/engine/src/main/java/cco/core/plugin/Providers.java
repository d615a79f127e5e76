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
 * All providers that this process can use: those that came with the program, and the drop-ins that the user trusts.
 * Which of them is asked is the configuration's choice, never this class's. A drop-in is looked for when an id is asked
 * for that nothing built in has; until then the folder is not read. Not for use by several threads at once.
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
     * The providers in the modules that the program was started with, and a folder's drop-ins; none is started yet.
     *
     * @param plugins the folder, which need not exist
     * @param notes is told, when a drop-in is looked for, of the others that are refused
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

    /** These providers and the drop-ins of a folder. */
    public static Providers of(
            List<ServiceLoader.Provider<ChannelSource>> sources,
            List<ServiceLoader.Provider<Verifier>> verifiers,
            List<ServiceLoader.Provider<PlatformInstaller>> installers,
            Path plugins) {
        DropIns dropIns = new DropIns(plugins, PluginPolicy.standard(), new TimeLimitedCall(PluginFolder.START_LIMIT));
        return new Providers(sources, verifiers, installers, dropIns, note -> {});
    }

    /**
     * Asks the source of this id for the repositories to try.
     *
     * @param settings what to show the source, when it has named the environment variables that it reads
     * @throws BadSettingException if the source cannot use the settings
     * @throws PluginException if there is no such source, more than one, or it is refused
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

    /** The keys that a source reads from its table; nothing if there is no such source. No drop-in is started. */
    public Optional<Set<String>> sourceKeys(String id) {
        ChannelSource source = sources.usable().get(id);
        return source == null
                ? dropIns.ability(Service.SOURCE, id).map(ProvidedService::keys)
                : Optional.of(Set.copyOf(source.keys()));
    }

    /**
     * Sees that each of these verifiers came with the program or is trusted. No drop-in is started for it.
     *
     * @throws PluginException if one is neither
     */
    public void requireVerifiers(List<String> ids) throws PluginException {
        for (String id : ids) {
            if (!verifiers.has(id) && dropIns.ability(Service.VERIFIER, id).isEmpty()) {
                verifiers(List.of(id));
            }
        }
    }

    /**
     * The verifiers of these ids, in this order.
     *
     * @throws PluginException if one of them is missing, there more than once, or refused
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
     * The installer for an operating system, which is always one that came with the program.
     *
     * @param osName as the Java runtime names it in {@code os.name}
     * @throws PluginException if there is none, or more than one
     */
    public PlatformInstaller installer(String osName) throws PluginException {
        return installers.only(installer -> installer.supports(osName), "supports " + osName);
    }

    /** The plugins that came with the program, by their modules. */
    public List<PluginStatus> builtIn() {
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

    private <T> Optional<T> dropIn(Registry<T> builtIn, Service<T> service, String id) throws PluginException {
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

    private <T> T builtIn(Registry<T> registry, String id) throws PluginException {
        return registry.get(
                id,
                registry.has(id)
                        ? List.of()
                        : dropIns.refused().stream().map(PluginStatus::toString).toList());
    }

    /** A verifier that cannot change its name, or hang while it is asked for it. */
    private record NamedVerifier(String id, Verifier verifier) implements Verifier {

        @Override
        public Verdict verify(Artifact artifact) throws IOException {
            return verifier.verify(artifact);
        }
    }
}
