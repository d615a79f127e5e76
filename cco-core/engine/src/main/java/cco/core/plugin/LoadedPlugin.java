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
 * A running plugin: a module in a layer of its own, with started providers.
 *
 * @param providers its providers, in the order of the services and of its module descriptor
 */
record LoadedPlugin(List<Started> providers) {

    /** A started provider. */
    record Started(ProvidedService ability, Object provider) {}

    /**
     * Defines a layer for each jar on top of the layers before it, and starts the providers of the last jar.
     *
     * @throws PluginRefusedException if the modules cannot be resolved, or a provider fails or takes too long
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

    /** The services that it provides. */
    List<ProvidedService> abilities() {
        List<ProvidedService> abilities = new ArrayList<>();
        for (Started each : providers) {
            abilities.add(each.ability());
        }
        return abilities;
    }

    /** Returns the provider of an id that exists. */
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
            // ServiceLoader also returns the providers of the layers below.
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
                        "it provides " + ability + ", whose id is not of lower-case letters, digits and dashes");
            }
            for (Started other : started) {
                if (other.ability().hasSameName(ability)) {
                    throw new PluginRefusedException("it provides " + ability + " twice");
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
            throw new UnsupportedOperationException("the loader of the plugin has its classes");
        }
    }
}
