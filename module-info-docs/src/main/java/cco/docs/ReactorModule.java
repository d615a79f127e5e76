package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;

/**
 * A named module that the reactor has built.
 *
 * @param jar the built jar
 * @param descriptor the descriptor in the jar
 * @param source the module's sources
 */
record ReactorModule(Path jar, ModuleDescriptor descriptor, ModuleSource source) {

    String name() {
        return descriptor.name();
    }

    /** Whether it is a third-party library to which cco adds only a descriptor. */
    boolean isLibrary() {
        return source.folder().startsWith("module-info-docs/libs/");
    }

    /** Whether plugins compile against it. */
    boolean isForPlugins() {
        return source.folder().startsWith("cco-api/");
    }
}
