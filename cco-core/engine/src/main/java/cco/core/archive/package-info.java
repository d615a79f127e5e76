/**
 * Reads .tar.gz and .zip archives strictly and unpacks them into a new folder. A refused archive leaves nothing behind.
 *
 * <p>An {@link cco.core.archive.ArchiveReader} yields the entries in the order of the file. Each name becomes an {@link
 * cco.core.archive.EntryPath} or is refused; the {@link cco.core.archive.EntryTree} refuses entries that conflict with
 * earlier ones. Then the content is written, its mode set and the file synced. Links come last, so that nothing is ever
 * written through one. At the end the files are compared with checksums.sha256 and the folders are synced, innermost
 * first.
 */
package cco.core.archive;
