package cco.core.plugin;

import cco.api.ChannelSource;
import cco.api.PlatformInstaller;
import cco.api.Verifier;
import cco.core.error.PluginException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;

/**
 * All providers that this process can use. Which of them is asked is the configuration's choice, never this class's.
 * Not for use by several threads at once.
 */
public final class Providers {

    private final Registry<ChannelSource> sources;
    private final Registry<Verifier> verifiers;
    private final Registry<PlatformInstaller> installers;

    private Providers(
            Iterable<ServiceLoader.Provider<ChannelSource>> sources,
            Iterable<ServiceLoader.Provider<Verifier>> verifiers,
            Iterable<ServiceLoader.Provider<PlatformInstaller>> installers) {
        this.sources = new Registry<>("source", sources, Providers::introduce);
        this.verifiers = new Registry<>("verifier", verifiers, Verifier::id);
        this.installers = new Registry<>("installer", installers, PlatformInstaller::id);
    }

    /** The providers in the modules that the program was started with; none is started yet. */
    public static Providers load() {
        return new Providers(
                () -> found(ChannelSource.class),
                () -> found(Verifier.class),
                () -> found(PlatformInstaller.class));
    }

    private static <T> Iterator<ServiceLoader.Provider<T>> found(Class<T> service) {
        return ServiceLoader.load(ModuleLayer.boot(), service).stream().iterator();
    }

    /** These providers and no others. */
    public static Providers of(
            List<ServiceLoader.Provider<ChannelSource>> sources,
            List<ServiceLoader.Provider<Verifier>> verifiers,
            List<ServiceLoader.Provider<PlatformInstaller>> installers) {
        return new Providers(sources, verifiers, installers);
    }

    /**
     * The source of this id.
     *
     * @throws PluginException if there is none, or more than one
     */
    public ChannelSource source(String id) throws PluginException {
        return sources.get(id);
    }

    /** The keys that each usable source reads from its table, by the source's id. */
    public Map<String, Set<String>> sourceKeys() {
        Map<String, Set<String>> keys = new TreeMap<>();
        sources.usable().forEach((id, source) -> keys.put(id, Set.copyOf(source.keys())));
        return keys;
    }

    /**
     * The verifiers of these ids, in this order.
     *
     * @throws PluginException if one of them is missing, or there more than once
     */
    public List<Verifier> verifiers(List<String> ids) throws PluginException {
        List<Verifier> found = new ArrayList<>();
        for (String id : ids) {
            found.add(verifiers.get(id));
        }
        return List.copyOf(found);
    }

    /**
     * The installer for an operating system.
     *
     * @param osName as the Java runtime names it in {@code os.name}
     * @throws PluginException if there is none, or more than one
     */
    public PlatformInstaller installer(String osName) throws PluginException {
        return installers.only(installer -> installer.supports(osName), "supports " + osName);
    }

    /** A source that cannot name its keys is as useless as one that cannot name itself. */
    private static String introduce(ChannelSource source) {
        Set.copyOf(source.keys());
        return source.id();
    }
}
