package cco.core.plugin;

import cco.core.model.Version;
import java.util.List;
import java.util.jar.Manifest;
import org.pf4j.ManifestPluginDescriptorFinder;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;

/**
 * What a jar's manifest says of the plugin, read by pf4j: {@code Plugin-Id}, {@code Plugin-Version}, {@code
 * Plugin-Requires} and {@code Plugin-Dependencies} (docs/formats.md §10). Its other attributes mean nothing here: a
 * plugin has no class that is started and stopped.
 */
record Descriptor(PluginDescriptor plugin) {

    private static final class Finder extends ManifestPluginDescriptorFinder {

        static Descriptor read(Manifest manifest) {
            return new Descriptor(new Finder().createPluginDescriptor(manifest));
        }
    }

    static Descriptor of(Manifest manifest) throws Refusal {
        for (String attribute : List.of(
                ManifestPluginDescriptorFinder.PLUGIN_ID,
                ManifestPluginDescriptorFinder.PLUGIN_VERSION,
                ManifestPluginDescriptorFinder.PLUGIN_REQUIRES)) {
            // pf4j would put a default in its place, for which everything is good enough.
            if (manifest.getMainAttributes().getValue(attribute) == null) {
                throw new Refusal("its manifest has no " + attribute);
            }
        }
        Descriptor descriptor = Finder.read(manifest);
        descriptor.check();
        return descriptor;
    }

    String id() {
        return plugin.getPluginId();
    }

    String version() {
        return plugin.getVersion();
    }

    /** The versions of the API that the plugin can live with. */
    String requires() {
        return plugin.getRequires();
    }

    /** The ids of the plugins that it needs. */
    List<String> dependencies() {
        return plugin.getDependencies().stream().map(PluginDependency::getPluginId).toList();
    }

    private void check() throws Refusal {
        if (!Service.isId(id())) {
            throw new Refusal("its Plugin-Id is not of lower-case letters, digits and dashes: " + id());
        }
        try {
            Version.of(version());
        } catch (IllegalArgumentException notSemantic) {
            throw new Refusal("its Plugin-Version is " + notSemantic.getMessage(), notSemantic);
        }
        requireRange("Plugin-Requires", requires());
        for (PluginDependency dependency : plugin.getDependencies()) {
            requireRange("Plugin-Dependencies", dependency.getPluginVersionSupport());
            if (dependency.isOptional() || !Service.isId(dependency.getPluginId())) {
                throw new Refusal("its Plugin-Dependencies are not plugins that it needs: " + dependency.getPluginId()
                        + (dependency.isOptional() ? "?" : ""));
            }
        }
    }

    private static void requireRange(String attribute, String range) throws Refusal {
        if (!VersionRanges.isRange(range)) {
            throw new Refusal("its " + attribute + " is no range of versions: " + range);
        }
    }
}
