package cco.core.plugin;

import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/**
 * A plugin whose module is defined in a layer of its own, and whose providers are started.
 *
 * @param providers what it provides
 */
record LoadedPlugin(Map<Ability, Object> providers) {

    /**
     * Defines the layers of these jars, each on those before it, and starts the providers of the last.
     *
     * @throws Refusal if the modules do not fit together, or a provider fails or takes too long
     */
    static LoadedPlugin load(List<PluginJar> inOrder, Gate gate, Guard guard) throws Refusal {
        List<ModuleLayer> layers = new ArrayList<>(List.of(gate.boot()));
        List<PluginLoader> loaders = new ArrayList<>();
        for (PluginJar jar : inOrder) {
            gate.admit(jar, inOrder.subList(0, loaders.size()));
            PluginLoader loader = new PluginLoader(jar, loaders);
            layers.addFirst(define(jar, layers, loader));
            loaders.add(loader);
        }
        Module module = layers.getFirst().findModule(inOrder.getLast().module().name()).orElseThrow();
        return guard.call("starting it", () -> new LoadedPlugin(start(module)));
    }

    /** The abilities, in the order of the services and of their ids. */
    List<Ability> abilities() {
        return providers.keySet().stream()
                .sorted(Comparator.comparing(Ability::toString))
                .toList();
    }

    /** The provider of this id, which is there. */
    Object provider(String service, String id) {
        return providers.entrySet().stream()
                .filter(entry -> entry.getKey().service().equals(service) && entry.getKey().id().equals(id))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static ModuleLayer define(PluginJar jar, List<ModuleLayer> parents, ClassLoader loader) throws Refusal {
        try {
            String name = jar.module().name();
            Configuration configuration = Configuration.resolve(
                    new Only(new InMemory(jar)),
                    parents.stream().map(ModuleLayer::configuration).toList(),
                    ModuleFinder.of(),
                    Set.of(name));
            return ModuleLayer.defineModules(configuration, parents, unused -> loader).layer();
        } catch (RuntimeException | LinkageError unfit) {
            throw new Refusal("its module cannot be linked: " + Guard.reason(unfit), unfit);
        }
    }

    private static Map<Ability, Object> start(Module module) throws Refusal {
        Map<Ability, Object> started = new HashMap<>();
        for (Service<?> service : Service.ALL) {
            start(module, service, started);
        }
        return started;
    }

    private static <T> void start(Module module, Service<T> service, Map<Ability, Object> started) throws Refusal {
        long own = Gate.provided(module.getDescriptor(), service).count();
        // The loader goes on with what the layers below provide.
        List<ServiceLoader.Provider<T>> providers = ServiceLoader.load(module.getLayer(), service.type()).stream()
                .limit(own)
                .toList();
        for (ServiceLoader.Provider<T> provider : providers) {
            T instance = provider.get();
            Ability ability = service.introduce(instance);
            if (!Service.isId(ability.id())) {
                throw new Refusal(
                        "it calls itself " + ability + ", which is not of lower-case letters, digits and dashes");
            }
            if (started.keySet().stream().anyMatch(ability::rivals)) {
                throw new Refusal("it has two of " + ability);
            }
            started.put(ability, instance);
        }
    }

    private record Only(ModuleReference reference) implements ModuleFinder {

        @Override
        public Optional<ModuleReference> find(String name) {
            return Optional.of(reference).filter(it -> it.descriptor().name().equals(name));
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
