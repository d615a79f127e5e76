package cco.core.plugin;

import cco.core.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A jar that the user may want to trust: what it says of itself, of which nothing has been run yet. */
public final class PluginCandidate {

    private final PluginJar jar;
    private final byte[] bytes;
    private final String file;

    /**
     * @param bytes the jar as it was read
     * @param file its name in the folder of plugins
     */
    PluginCandidate(PluginJar jar, byte[] bytes, String file) {
        this.jar = jar;
        this.bytes = bytes;
        this.file = file;
    }

    /** The plugin's id. */
    public String id() {
        return jar.descriptor().id();
    }

    /** The plugin's version. */
    public String version() {
        return jar.descriptor().version();
    }

    /** The digest of the jar. */
    public Sha256 sha256() {
        return jar.sha256();
    }

    /** The name of the jar's module. */
    public String module() {
        return jar.module().name();
    }

    /** The modules that it requires, besides java.base. */
    public List<String> requires() {
        Set<String> names = new TreeSet<>();
        jar.module().requires().forEach(requires -> names.add(requires.name()));
        names.remove("java.base");
        return List.copyOf(names);
    }

    /** The services that it provides, each with its class, such as {@code verifier org.acme.AcmeVerifier}. */
    public List<String> provides() {
        List<String> classes = new ArrayList<>();
        for (Service<?> service : Service.ALL) {
            service.providers(jar.module()).forEach(provider -> classes.add(service.word() + " " + provider));
        }
        return classes;
    }

    PluginJar jar() {
        return jar;
    }

    byte[] bytes() {
        return bytes;
    }

    TrustedPlugin pin(List<ProvidedService> abilities) {
        return new TrustedPlugin(id(), version(), file, sha256(), abilities);
    }
}
