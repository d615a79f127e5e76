/**
 * Fetches and stores the TUF metadata that {@link cco.core.tuf} verifies.
 *
 * <p>A {@link cco.core.metadata.TufUpdater} starts at the shipped root, replays the roots in the {@link
 * cco.core.metadata.MetadataStore}, requests newer ones from a {@link cco.core.metadata.MetadataSource}, and continues
 * with timestamp, snapshot and targets. It stores each file, byte for byte, as soon as the file is verified. Stored
 * files are verified again in each run, like files from a mirror. The package makes no trust decision and opens no
 * connection.
 */
package cco.core.metadata;
