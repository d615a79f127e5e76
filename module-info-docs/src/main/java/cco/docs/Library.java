package cco.docs;

import java.lang.module.ModuleDescriptor;

/**
 * A library that is linked into the image.
 *
 * @param descriptor its makers' or ours
 * @param licence as its makers call it
 * @param hasOwnDescriptor whether its makers made a module of it; otherwise the descriptor is given by us
 * @param bytes what it takes in the image
 */
record Library(ModuleDescriptor descriptor, String version, String licence, boolean hasOwnDescriptor, long bytes) {

    String name() {
        return descriptor.name();
    }

    /** Rounded; a kilobyte is 1000 bytes. */
    long kilobytes() {
        return (bytes + 500) / 1000;
    }
}
