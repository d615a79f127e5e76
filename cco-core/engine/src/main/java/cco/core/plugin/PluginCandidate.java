package cco.core.plugin;

import cco.core.model.Sha256;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A jar that the user may want to trust. None of its code has run yet. */
public final class PluginCandidate {

    private final PluginJar jar;
    private final byte[] bytes;
    private final String file;

    /**
     * Describes a jar.
     *
     * @param bytes the content of the jar
     * @param file its name in the plugin folder
     */
    PluginCandidate(PluginJar jar, byte[] bytes, String file) {
        this.jar = jar;
        this.bytes = bytes;
        this.file = file;
    }

    /** {@return the id of the plugin} */
    public String id() {
        return jar.descriptor().id();
    }

    /** {@return the version of the plugin} */
    public String version() {
        return jar.descriptor().version();
    }

    /** {@return the digest of the jar} */
    public Sha256 sha256() {
        return jar.sha256();
    }

    /** {@return the name of its module} */
    public String module() {
        return jar.module().name();
    }

    /** {@return the modules that it requires, except java.base} */
    public List<String> requires() {
        Set<String> names = new TreeSet<>();
        jar.module().requires().forEach(requires -> names.add(requires.name()));
        names.remove("java.base");
        return List.copyOf(names);
    }

    /** {@return the services with their classes, such as {@code verifier org.acme.AcmeVerifier}} */
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
