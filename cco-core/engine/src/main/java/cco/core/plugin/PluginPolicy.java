package cco.core.plugin;

import cco.api.Api;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The conditions that a plugin must meet before any of its code runs.
 *
 * <p>They catch mistakes and name tricks. They are not a sandbox: code that passes can do everything that the user can.
 * A plugin in use is checked in every run, so this class uses plain loops: a lambda would be linked again each time.
 *
 * @param boot the modules that the program was started with
 * @param api the version of the API that they provide
 */
record PluginPolicy(ModuleLayer boot, String api) {

    private static final String API_MODULE = "cco.api";

    static PluginPolicy standard() {
        return new PluginPolicy(ModuleLayer.boot(), Api.VERSION);
    }

    /**
     * Checks a jar on its own.
     *
     * @throws PluginRefusedException if it is made for another API version, its module or a package has a name that is
     *     taken, or it provides no service
     */
    void admit(PluginJar jar) throws PluginRefusedException {
        Descriptor descriptor = jar.descriptor();
        if (!new VersionRanges().checkVersionConstraint(api, descriptor.requires())) {
            throw new PluginRefusedException(
                    "it is made for the plugin API " + descriptor.requires() + ", and this cco has " + api);
        }
        ModuleDescriptor module = jar.module();
        if (boot.findModule(module.name()).isPresent()) {
            throw new PluginRefusedException("its module " + module.name() + " is one of cco's own");
        }
        for (String name : module.packages()) {
            requireFree(name);
        }
        for (Service<?> service : Service.ALL) {
            if (!service.providers(module).isEmpty()) {
                return;
            }
        }
        throw new PluginRefusedException("its module provides none of the services of cco.api");
    }

    /**
     * Checks the modules that a jar requires.
     *
     * @throws PluginRefusedException if it requires a module that is missing or that plugins must not use
     */
    void admit(PluginJar jar, Collection<PluginJar> dependencies) throws PluginRefusedException {
        Set<String> foreign = new HashSet<>();
        for (PluginJar dependency : dependencies) {
            foreign.add(dependency.module().name());
        }
        for (Requires requires : jar.module().requires()) {
            String name = requires.name();
            boolean there = foreign.contains(name) || boot.findModule(name).isPresent();
            boolean allowed = foreign.contains(name) || name.equals(API_MODULE) || isJdk(name) || isLibrary(name, jar);
            boolean optional = requires.modifiers().contains(Requires.Modifier.STATIC);
            if (there ? !allowed : !optional) {
                throw new PluginRefusedException(
                        there
                                ? "it requires the module " + name + ", which is not for plugins"
                                : "it requires the module " + name
                                        + ", which is neither in cco nor in a plugin that it depends on");
            }
        }
    }

    private void requireFree(String packageName) throws PluginRefusedException {
        for (Module own : boot.modules()) {
            if (own.getPackages().contains(packageName)) {
                throw new PluginRefusedException("its package " + packageName + " is one of cco's own");
            }
        }
    }

    /**
     * Checks that a module may use the ids of its providers.
     *
     * @throws PluginRefusedException if an id is reserved for one of cco's own plugins
     */
    static void requireFreeIds(List<ProvidedService> abilities, String module) throws PluginRefusedException {
        for (ProvidedService ability : abilities) {
            for (Service<?> service : Service.ALL) {
                if (service.isReserved(ability, module)) {
                    throw new PluginRefusedException("it provides " + ability + ", which is reserved for cco");
                }
            }
        }
    }

    /** Only cco's own plugins, which a build can leave out, may use the libraries of cco. */
    private static boolean isLibrary(String module, PluginJar jar) {
        return !module.startsWith("cco.") && Service.isOwnPlugin(jar.module().name());
    }

    private static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }
}
