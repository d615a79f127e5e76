package cco.core.plugin;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A plugin whose module is defined in a layer of its own, and whose providers are started.
 *
 * @param providers what it provides, in the order of the services and of its module's descriptor
 */
record LoadedPlugin(List<Started> providers) {

    /** A provider that runs, and what it is for. */
    record Started(ProvidedService ability, Object provider) {}

    /**
     * Defines the layers of these jars, each on those before it, and starts the providers of the last.
     *
     * @throws PluginRefusedException if the modules do not fit together, or a provider fails or takes too long
     */
    static LoadedPlugin load(List<PluginJar> inOrder, PluginPolicy gate, TimeLimitedCall guard)
            throws PluginRefusedException {
        List<ModuleLayer> layers = new ArrayList<>(List.of(gate.boot()));
        List<PluginLoader> loaders = new ArrayList<>();
        for (PluginJar jar : inOrder) {
            gate.admit(jar, inOrder.subList(0, loaders.size()));
            PluginLoader loader = new PluginLoader(jar, loaders);
            layers.addFirst(define(jar, layers, loader));
            loaders.add(loader);
        }
        Module module =
                layers.getFirst().findModule(inOrder.getLast().module().name()).orElseThrow();
        return guard.call("starting it", () -> new LoadedPlugin(start(module)));
    }

    /** What it turned out to provide. */
    List<ProvidedService> abilities() {
        List<ProvidedService> abilities = new ArrayList<>();
        for (Started each : providers) {
            abilities.add(each.ability());
        }
        return abilities;
    }

    /** The provider of this id, which is there. */
    Object provider(String service, String id) {
        for (Started each : providers) {
            if (each.ability().service().equals(service) && each.ability().id().equals(id)) {
                return each.provider();
            }
        }
        throw new IllegalArgumentException("it has no " + service + " " + id);
    }

    private static ModuleLayer define(PluginJar jar, List<ModuleLayer> parents, ClassLoader loader)
            throws PluginRefusedException {
        try {
            String name = jar.module().name();
            List<Configuration> below = new ArrayList<>();
            for (ModuleLayer parent : parents) {
                below.add(parent.configuration());
            }
            Configuration configuration =
                    Configuration.resolve(new Only(new InMemory(jar)), below, ModuleFinder.of(), Set.of(name));
            return ModuleLayer.defineModules(configuration, parents, unused -> loader)
                    .layer();
        } catch (RuntimeException | LinkageError unfit) {
            throw new PluginRefusedException("its module cannot be linked: " + TimeLimitedCall.reason(unfit), unfit);
        }
    }

    private static List<Started> start(Module module) throws PluginRefusedException {
        List<Started> started = new ArrayList<>();
        for (Service<?> service : Service.ALL) {
            // The loader goes on with what the layers below provide.
            int own = service.providers(module.getDescriptor()).size();
            if (own > 0) {
                start(module, service, own, started);
            }
        }
        return started;
    }

    private static <T> void start(Module module, Service<T> service, int count, List<Started> started)
            throws PluginRefusedException {
        Iterator<T> providers =
                ServiceLoader.load(module.getLayer(), service.type()).iterator();
        for (int i = 0; i < count; i++) {
            T provider = providers.next();
            ProvidedService ability = service.introduce(provider);
            if (!Service.isId(ability.id())) {
                throw new PluginRefusedException(
                        "it calls itself " + ability + ", which is not of lower-case letters, digits and dashes");
            }
            for (Started other : started) {
                if (other.ability().rivals(ability)) {
                    throw new PluginRefusedException("it has two of " + ability);
                }
            }
            started.add(new Started(ability, provider));
        }
    }

    private record Only(ModuleReference reference) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return reference.descriptor().name().equals(name) ? Optional.of(reference) : Optional.empty();
        }

        @Override
        public Set<ModuleReference> findAll() {
            return Set.of(reference);
        }
    }

    private static final class InMemory extends ModuleReference {

        InMemory(PluginJar jar) {
            super(jar.module(), null);
        }

        @Override
        public ModuleReader open() {
            throw new UnsupportedOperationException("the plugin's own loader has its classes");
        }
    }
}
