package cco.docs;

/**
 * A library that is linked into the image.
 *
 * @param module its name
 * @param licence as its makers call it
 * @param hasOwnDescriptor whether its makers made a module of it; otherwise the descriptor is given by us
 * @param bytes what it takes in the image
 */
record Library(String module, String version, String licence, boolean hasOwnDescriptor, long bytes) {}
