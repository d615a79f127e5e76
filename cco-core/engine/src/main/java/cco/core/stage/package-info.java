/**
 * From an archive to a version that is known to start: {@link cco.core.stage.Stager} unpacks a verified archive into a
 * new folder, then {@link cco.core.stage.SmokeRun} makes its start-up archive and runs it once.
 *
 * <p>Unpacking goes in this order. An {@link cco.core.archive.ArchiveReader} yields the entries as the format has them;
 * each name becomes an {@link cco.core.archive.EntryPath} or is refused; the {@link cco.core.archive.EntryTree} refuses
 * entries that do not fit those before; then the content is written, its mode set, and the file synced. Links are
 * made last, so that nothing is ever written through one. At the end the files are compared with checksums.sha256 and
 * the folders are synced from the bottom up. Whatever is refused leaves nothing behind.
 *
 * <p>The package never touches a version that is in use, and never chooses a place itself: what to unpack and where
 * comes from its caller.
 */
package cco.core.stage;
