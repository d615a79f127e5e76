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
 * The plugin attributes in a jar's manifest, as pf4j interprets them.
 *
 * <p>They are {@code Plugin-Id}, {@code Plugin-Version}, {@code Plugin-Requires} and {@code Plugin-Dependencies}
 * (docs/formats.md §10). Other attributes of pf4j have no effect: a plugin has no class to start and stop.
 */
record Descriptor(PluginDescriptor plugin) {

    private static final String ID = "Plugin-Id";
    private static final String VERSION = "Plugin-Version";
    private static final String REQUIRES = "Plugin-Requires";
    private static final String DEPENDENCIES = "Plugin-Dependencies";

    /** Replaces pf4j's manifest finder, which would initialize its logging in every run. */
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
            // pf4j would use a default that accepts everything.
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

    /** The range of API versions that the plugin works with. */
    String requires() {
        return plugin.getRequires();
    }

    /** The ids of the plugins that it depends on. */
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
            throw new PluginRefusedException("its " + attribute + " is not a version range: " + range);
        }
    }
}
