package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;

/**
 * One named module that the reactor has built.
 *
 * @param jar what was built
 * @param descriptor the jar's own
 * @param source what its sources say
 */
record ReactorModule(Path jar, ModuleDescriptor descriptor, ModuleSource source) {

    String name() {
        return descriptor.name();
    }

    /** Whether the code is somebody else's and only the descriptor is ours. */
    boolean isLibrary() {
        return source.folder().startsWith("module-info-docs/libs/");
    }

    /** Whether strangers compile against it. */
    boolean isForPlugins() {
        return source.folder().startsWith("cco-api/");
    }
}
