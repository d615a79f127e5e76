package cco.core.plugin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pf4j.DependencyResolver;
import org.pf4j.PluginDescriptor;

/**
 * Sorts a plugin and its dependencies so that each one follows those that it needs.
 *
 * <p>Each plugin is resolved separately, so a broken plugin affects only those that need it.
 */
final class Dependencies {

    /** Finds the jar of a trusted plugin. */
    @FunctionalInterface
    interface Finder {
        PluginJar find(String id) throws PluginRefusedException;
    }

    private Dependencies() {}

    /** Returns the dependencies of a plugin in order, then the plugin itself. */
    static List<PluginJar> inOrder(PluginJar jar, Finder finder) throws PluginRefusedException {
        if (jar.descriptor().dependencies().isEmpty()) {
            return List.of(jar);
        }
        Map<String, PluginJar> needed = new LinkedHashMap<>();
        collect(jar, finder, needed);
        List<PluginDescriptor> descriptors =
                needed.values().stream().map(each -> each.descriptor().plugin()).toList();
        DependencyResolver.Result result = new DependencyResolver(new VersionRanges()).resolve(descriptors);
        if (result.hasCyclicDependency()) {
            throw new PluginRefusedException("it and its dependencies form a cycle");
        }
        for (DependencyResolver.WrongDependencyVersion wrong : result.getWrongVersionDependencies()) {
            throw new PluginRefusedException(wrong.getDependentId() + " needs the plugin " + wrong.getDependencyId()
                    + " "
                    + wrong.getRequiredVersion() + ", but the installed version is " + wrong.getExistingVersion());
        }
        List<PluginJar> order = new ArrayList<>();
        for (String id : result.getSortedPlugins()) {
            order.add(needed.get(id));
        }
        return order;
    }

    private static void collect(PluginJar jar, Finder finder, Map<String, PluginJar> needed)
            throws PluginRefusedException {
        if (needed.put(jar.descriptor().id(), jar) != null) {
            return;
        }
        for (String id : jar.descriptor().dependencies()) {
            if (!needed.containsKey(id)) {
                try {
                    collect(finder.find(id), finder, needed);
                } catch (PluginRefusedException refusal) {
                    throw new PluginRefusedException(
                            "it needs the plugin " + id + ": " + refusal.getMessage(), refusal);
                }
            }
        }
    }
}
