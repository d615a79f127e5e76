/**
 * Gets and keeps TUF metadata around the pure workflow of {@link cco.core.trust}.
 *
 * <p>In this order: {@link cco.core.metadata.TufUpdater} begins at the root that was shipped, replays the roots that
 * the {@link cco.core.metadata.MetadataStore} kept, asks a {@link cco.core.metadata.MetadataSource} for newer ones, and
 * so on through timestamp, snapshot and targets; each file is stored byte for byte as soon as it is verified. What is
 * in the store is believed no more than what a mirror serves. The package decides nothing itself, and opens no
 * connection.
 */
package cco.core.metadata;
