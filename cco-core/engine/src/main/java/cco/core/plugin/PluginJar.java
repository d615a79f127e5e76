package cco.core.plugin;

import cco.core.model.Sha256;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.module.InvalidModuleDescriptorException;
import java.lang.module.ModuleDescriptor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/**
 * A jar in memory.
 *
 * <p>cco reads it once, so the classes that run are those of the hashed bytes, even if the file changes meanwhile.
 *
 * @param sha256 the digest of the whole jar
 * @param entries the files in it by their paths; {@code META-INF/versions} has no effect
 */
record PluginJar(Sha256 sha256, Map<String, byte[]> entries, Descriptor descriptor, ModuleDescriptor module) {

    /** The size limit of a plugin. */
    static final int MAX_BYTES = 16 << 20;

    private static final int MAX_UNPACKED = 64 << 20;
    private static final int MAX_ENTRIES = 20_000;
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String MODULE = "module-info.class";
    private static final String CLASS = ".class";

    /** Reads a jar without running any of its code. */
    static PluginJar of(byte[] bytes) throws PluginRefusedException {
        return of(bytes, Sha256.of(bytes));
    }

    private static PluginJar of(byte[] bytes, Sha256 digest) throws PluginRefusedException {
        Map<String, byte[]> entries;
        try {
            entries = unpack(bytes);
        } catch (IOException | IllegalArgumentException damaged) {
            throw new PluginRefusedException("it is not a readable jar: " + damaged.getMessage(), damaged);
        }
        if (entries.isEmpty()) {
            throw new PluginRefusedException("it is not a jar, or it is empty");
        }
        return new PluginJar(digest, entries, descriptor(entries), module(entries));
    }

    /** Reads a jar with a known digest; a jar with another digest is not read. */
    static PluginJar trusted(byte[] bytes, Sha256 expected) throws PluginRefusedException {
        Sha256 digest = Sha256.of(bytes);
        if (!digest.equals(expected)) {
            throw new PluginRefusedException("it has changed since it was trusted");
        }
        return of(bytes, digest);
    }

    private static Map<String, byte[]> unpack(byte[] bytes) throws IOException {
        Map<String, byte[]> entries = new HashMap<>();
        int left = MAX_UNPACKED;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] content = zip.readNBytes(left + 1);
                left -= content.length;
                if (left < 0 || entries.size() == MAX_ENTRIES) {
                    throw new ZipException("its content is too large");
                }
                if (!entry.isDirectory() && entries.put(entry.getName(), content) != null) {
                    throw new ZipException("it contains " + entry.getName() + " twice");
                }
            }
        }
        return entries;
    }

    private static Descriptor descriptor(Map<String, byte[]> entries) throws PluginRefusedException {
        if (!entries.containsKey(MANIFEST)) {
            throw new PluginRefusedException("it has no " + MANIFEST + " with the attributes of a plugin");
        }
        try {
            return Descriptor.of(new Manifest(new ByteArrayInputStream(entries.get(MANIFEST))));
        } catch (IOException damaged) {
            throw new PluginRefusedException("its " + MANIFEST + " cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static ModuleDescriptor module(Map<String, byte[]> entries) throws PluginRefusedException {
        if (!entries.containsKey(MODULE)) {
            throw new PluginRefusedException("it is not a module: it has no module-info.class");
        }
        try {
            return ModuleDescriptor.read(new ByteArrayInputStream(entries.get(MODULE)), () -> packages(entries));
        } catch (IOException | InvalidModuleDescriptorException damaged) {
            throw new PluginRefusedException("its module-info.class cannot be read: " + damaged.getMessage(), damaged);
        }
    }

    private static Set<String> packages(Map<String, byte[]> entries) {
        Set<String> packages = new HashSet<>();
        for (String name : entries.keySet()) {
            if (name.endsWith(CLASS) && !name.startsWith("META-INF/") && name.indexOf('/') > 0) {
                packages.add(name.substring(0, name.lastIndexOf('/')).replace('/', '.'));
            }
        }
        return packages;
    }
}
