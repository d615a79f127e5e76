package cco.docs;

import java.lang.module.ModuleDescriptor;
import java.nio.file.Path;

/**
 * One named module that the reactor has built.
 *
 * @param folder where it is built, relative to the root, with slashes
 * @param jar what was built
 * @param descriptor the jar's own
 * @param purpose the first paragraph of its Javadoc, as Markdown
 */
record ReactorModule(String folder, Path jar, ModuleDescriptor descriptor, String purpose) {

    String name() {
        return descriptor.name();
    }

    /** Whether the code is somebody else's and only the descriptor is ours. */
    boolean isLibrary() {
        return folder.startsWith("module-info-docs/libs/");
    }
}
