package cco.docs;

import java.lang.module.ModuleDescriptor;

/**
 * A third-party library in the image.
 *
 * @param descriptor the library's own, or the one that cco adds
 * @param license the name that the library gives its license
 * @param hasOwnDescriptor whether the library comes as a module; otherwise cco adds the descriptor
 * @param bytes its size in the image
 */
record Library(ModuleDescriptor descriptor, String version, String license, boolean hasOwnDescriptor, long bytes) {

    String name() {
        return descriptor.name();
    }

    /** Rounded; a kilobyte is 1000 bytes. */
    long kilobytes() {
        return (bytes + 500) / 1000;
    }
}
