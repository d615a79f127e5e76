/**
 * Turns an installed version into another one with only the bytes that changed.
 *
 * <p>A delta says nothing that the file lists of the two versions already say. Going through the new version's files
 * in the order of their paths, a file whose digest is among the old version's files is shared with it; one for which
 * the delta has a patch is made from an old file; any other comes whole. Every result is hashed while it is written,
 * and has to be the file that the list names, so a damaged base or a wrong delta yields a {@link
 * cco.core.delta.DeltaException} and never a wrong file. The caller then downloads the whole archive.
 *
 * <p>The container (docs/formats.md) has three xz streams: control (links, empty folders, operations), difference
 * (bytes to add to old ones) and extra (new bytes). A patch is a sequence of operations COPY, ADD, INSERT and SEEK.
 * Sizes are bounded before anything is unpacked, by the signed file list of the new version.
 */
package cco.core.delta;
