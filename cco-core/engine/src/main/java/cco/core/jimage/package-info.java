/**
 * Takes the index out of a run-time image ({@code lib/modules}, the output of {@code jlink}) and puts it back, byte
 * for byte.
 *
 * <p>About a megabyte of such a file is an index: a perfect hash table, the locations of the resources, their names,
 * and the tree of folders. Adding one class permutes all of it, although it follows entirely from the ordered list
 * of the resources' names and sizes. A delta therefore carries changes of that list and of the contents, and the
 * client builds the index again. Works on uncompressed images of format 1.0 in little-endian order; anything else is
 * refused here and treated as plain bytes by callers. Pure but for {@link cco.core.jimage.ImageFile}, which reads a
 * file.
 */
package cco.core.jimage;
