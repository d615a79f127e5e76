package cco.core.plugin;

import cco.api.Api;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Loads the classes of one jar from memory.
 *
 * <p>It delegates other classes to the loaders of the plugin's dependencies, and to the loader of cco.api and the JDK.
 * The module system decides which of them are accessible.
 */
final class PluginLoader extends ClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final PluginJar jar;
    private final Map<String, PluginLoader> dependencies = new HashMap<>();

    PluginLoader(PluginJar jar, Collection<PluginLoader> dependencies) {
        super(jar.descriptor().id(), Api.class.getClassLoader());
        this.jar = jar;
        for (PluginLoader loader : dependencies) {
            for (String name : loader.jar.module().packages()) {
                this.dependencies.put(name, loader);
            }
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            String packageName = name.substring(0, Math.max(0, name.lastIndexOf('.')));
            if (jar.module().packages().contains(packageName)) {
                return findClass(name);
            }
            PluginLoader dependency = dependencies.get(packageName);
            return dependency == null ? super.loadClass(name, resolve) : dependency.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = jar.entries().get(name.replace('.', '/') + ".class");
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    @Override
    protected Class<?> findClass(String module, String name) {
        try {
            return jar.module().name().equals(module) ? loadClass(name, false) : null;
        } catch (ClassNotFoundException absent) {
            return null;
        }
    }

    @Override
    protected URL findResource(String module, String name) {
        return jar.module().name().equals(module) ? findResource(name) : null;
    }

    @Override
    protected URL findResource(String name) {
        byte[] bytes = jar.entries().get(name);
        if (bytes == null) {
            return null;
        }
        try {
            return URL.of(URI.create("memory:/").resolve(new URI(null, null, "/" + name, null)), new Memory(bytes));
        } catch (MalformedURLException | URISyntaxException unnameable) {
            return null;
        }
    }

    @Override
    protected Enumeration<URL> findResources(String name) {
        URL found = findResource(name);
        return Collections.enumeration(found == null ? List.of() : List.of(found));
    }

    /** Opens an address that stands for bytes of the jar. */
    private static final class Memory extends URLStreamHandler {

        private final byte[] bytes;

        Memory(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        protected URLConnection openConnection(URL address) {
            return new URLConnection(address) {

                @Override
                public void connect() {}

                @Override
                public InputStream getInputStream() throws IOException {
                    return new ByteArrayInputStream(bytes);
                }
            };
        }
    }
}
