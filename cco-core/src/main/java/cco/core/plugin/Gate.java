package cco.core.plugin;

import cco.api.Api;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is demanded of a plugin before any of it is run. It keeps mistakes and name tricks out; it is no sandbox: code
 * that passes may do whatever the user may.
 *
 * @param boot the modules that the program was started with
 * @param api the version of the API that they offer
 */
record Gate(ModuleLayer boot, String api) {

    private static final String API_MODULE = "cco.api";

    static Gate standard() {
        return new Gate(ModuleLayer.boot(), Api.VERSION);
    }

    /**
     * Lets a jar pass by itself.
     *
     * @throws Refusal if this cco is not for it, its module or a package of it has a name that is taken, or it provides
     *     nothing
     */
    void admit(PluginJar jar) throws Refusal {
        Descriptor descriptor = jar.descriptor();
        if (!new VersionRanges().checkVersionConstraint(api, descriptor.requires())) {
            throw new Refusal("it is made for the plugin API " + descriptor.requires() + ", and this cco has " + api);
        }
        ModuleDescriptor module = jar.module();
        if (boot.findModule(module.name()).isPresent()) {
            throw new Refusal("its module " + module.name() + " is one of cco's own");
        }
        Optional<String> taken = boot.modules().stream()
                .flatMap(own -> own.getPackages().stream())
                .filter(module.packages()::contains)
                .sorted()
                .findFirst();
        if (taken.isPresent()) {
            throw new Refusal("its package " + taken.get() + " is one of cco's own");
        }
        if (provided(module).isEmpty()) {
            throw new Refusal("its module provides none of the services of cco.api");
        }
    }

    /**
     * Lets a jar pass together with the plugins that it depends on.
     *
     * @throws Refusal if it requires a module that is not for plugins or not there
     */
    void admit(PluginJar jar, Collection<PluginJar> dependencies) throws Refusal {
        Set<String> foreign = dependencies.stream().map(each -> each.module().name()).collect(Collectors.toSet());
        for (Requires requires : jar.module().requires()) {
            String name = requires.name();
            boolean there = foreign.contains(name) || boot.findModule(name).isPresent();
            boolean allowed = foreign.contains(name) || name.equals(API_MODULE) || isJdk(name);
            boolean optional = requires.modifiers().contains(Requires.Modifier.STATIC);
            if (there ? !allowed : !optional) {
                throw new Refusal(there
                        ? "it requires the module " + name + ", which is not for plugins"
                        : "it requires the module " + name
                                + ", which is neither in cco nor in a plugin that it depends on");
            }
        }
    }

    /** The ids of a service that belong to cco. */
    static void requireFree(List<Ability> abilities) throws Refusal {
        for (Ability ability : abilities) {
            boolean own = Service.ALL.stream()
                    .anyMatch(each -> each.word().equals(ability.service()) && each.reserved().contains(ability.id()));
            if (own) {
                throw new Refusal("it calls itself " + ability + ", which is cco's own");
            }
        }
    }

    /** The services that a module provides, each with the class that does. */
    static List<String> provided(ModuleDescriptor module) {
        return Service.ALL.stream()
                .flatMap(service -> provided(module, service).map(provider -> service.word() + " " + provider))
                .toList();
    }

    /** The classes with which a module provides a service. */
    static Stream<String> provided(ModuleDescriptor module, Service<?> service) {
        return module.provides().stream()
                .filter(provides -> provides.service().equals(service.type().getName()))
                .flatMap(provides -> provides.providers().stream());
    }

    /** The modules that a module requires, but for the one that every module does. */
    static List<String> required(ModuleDescriptor module) {
        Set<String> names =
                module.requires().stream().map(Requires::name).collect(Collectors.toCollection(TreeSet::new));
        names.remove("java.base");
        return List.copyOf(names);
    }

    private static boolean isJdk(String module) {
        return module.startsWith("java.") || module.startsWith("jdk.");
    }
}
