package cco.core.plugin;

import cco.api.Api;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is demanded of a plugin before any of it is run. It keeps mistakes and name tricks out; it is no sandbox: code
 * that passes may do whatever the user may. A plugin in use is judged in every run, hence the plain loops: a lambda is
 * linked anew each time.
 *
 * @param boot the modules that the program was started with
 * @param api the version of the API that they offer
 */
record PluginPolicy(ModuleLayer boot, String api) {

    private static final String API_MODULE = "cco.api";

    static PluginPolicy standard() {
        return new PluginPolicy(ModuleLayer.boot(), Api.VERSION);
    }

    /**
     * Lets a jar pass by itself.
     *
     * @throws PluginRefusedException if this cco is not for it, its module or a package of it has a name that is
     * taken, or it provides
     *     nothing
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
     * Lets a jar pass together with the plugins that it depends on.
     *
     * @throws PluginRefusedException if it requires a module that is not for plugins or not there
     */
    void admit(PluginJar jar, Collection<PluginJar> dependencies) throws PluginRefusedException {
        Set<String> foreign = new HashSet<>();
        for (PluginJar dependency : dependencies) {
            foreign.add(dependency.module().name());
        }
        for (Requires requires : jar.module().requires()) {
            String name = requires.name();
            boolean there = foreign.contains(name) || boot.findModule(name).isPresent();
            boolean allowed = foreign.contains(name) || name.equals(API_MODULE) || isJdk(name);
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

    /** The ids of a service that belong to cco. */
    static void requireFree(List<ProvidedService> abilities) throws PluginRefusedException {
        for (ProvidedService ability : abilities) {
            for (Service<?> service : Service.ALL) {
                if (service.reserves(ability)) {
                    throw new PluginRefusedException("it calls itself " + ability + ", which is cco's own");
                }
            }
        }
    }

    private static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }
}
