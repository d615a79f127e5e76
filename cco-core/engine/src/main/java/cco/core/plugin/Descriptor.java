package cco.core.plugin;

import cco.core.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.pf4j.DefaultPluginDescriptor;
import org.pf4j.PluginDependency;
import org.pf4j.PluginDescriptor;

/**
 * What a jar's manifest says of the plugin, understood by pf4j: {@code Plugin-Id}, {@code Plugin-Version}, {@code
 * Plugin-Requires} and {@code Plugin-Dependencies} (docs/formats.md §10). Its other attributes mean nothing here: a
 * plugin has no class that is started and stopped.
 */
record Descriptor(PluginDescriptor plugin) {

    private static final String ID = "Plugin-Id";
    private static final String VERSION = "Plugin-Version";
    private static final String REQUIRES = "Plugin-Requires";
    private static final String DEPENDENCIES = "Plugin-Dependencies";

    /** With pf4j's own finder its logging would be set up in every run. */
    private static final class Attributed extends DefaultPluginDescriptor {

        Attributed(Attributes manifest) {
            setPluginId(manifest.getValue(ID));
            setPluginVersion(manifest.getValue(VERSION));
            setRequires(manifest.getValue(REQUIRES));
            setDependencies(manifest.getValue(DEPENDENCIES));
        }
    }

    static Descriptor of(Manifest manifest) throws PluginRefusedException {
        for (String attribute : List.of(ID, VERSION, REQUIRES)) {
            // pf4j would put a default in its place, for which everything is good enough.
            if (manifest.getMainAttributes().getValue(attribute) == null) {
                throw new PluginRefusedException("its manifest has no " + attribute);
            }
        }
        Descriptor descriptor = new Descriptor(new Attributed(manifest.getMainAttributes()));
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
        List<String> ids = new ArrayList<>();
        for (PluginDependency dependency : plugin.getDependencies()) {
            ids.add(dependency.getPluginId());
        }
        return ids;
    }

    private void check() throws PluginRefusedException {
        if (!Service.isId(id())) {
            throw new PluginRefusedException("its " + ID + " is not of lower-case letters, digits and dashes: " + id());
        }
        try {
            Version.of(version());
        } catch (IllegalArgumentException notSemantic) {
            throw new PluginRefusedException("its " + VERSION + " is " + notSemantic.getMessage(), notSemantic);
        }
        requireRange(REQUIRES, requires());
        for (PluginDependency dependency : plugin.getDependencies()) {
            requireRange(DEPENDENCIES, dependency.getPluginVersionSupport());
            if (dependency.isOptional() || !Service.isId(dependency.getPluginId())) {
                throw new PluginRefusedException("its " + DEPENDENCIES + " are not plugins that it needs: "
                        + dependency.getPluginId()
                        + (dependency.isOptional() ? "?" : ""));
            }
        }
    }

    private static void requireRange(String attribute, String range) throws PluginRefusedException {
        if (!VersionRanges.isRange(range)) {
            throw new PluginRefusedException("its " + attribute + " is no range of versions: " + range);
        }
    }
}
