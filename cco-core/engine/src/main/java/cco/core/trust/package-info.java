/**
 * Decides what to believe, without any I/O: bytes go in, trusted objects come out.
 *
 * <p>In this order: a source's {@link cco.core.model.UntrustedBytes} are handed to the {@link
 * cco.core.trust.TrustMode} that was fixed for the source; it reads them with the {@link
 * cco.core.manifest.ManifestReader}, holds them against what was {@linkplain cco.core.model.LastAccepted remembered}
 * from
 * earlier times, and yields a {@link cco.core.trust.TrustedManifest}, which nothing else can make. What the manifest
 * promises of an archive's content is read by the {@link cco.core.manifest.FileListReader}.
 *
 * <p>A repository with TUF metadata is read in the specification's order, each step reachable only through the one
 * before: {@link cco.core.tuf.RootChain}, {@link cco.core.tuf.TimestampStep}, {@link cco.core.tuf.SnapshotStep},
 * {@link cco.core.tuf.TargetsStep}, {@link cco.core.tuf.TrustedTargets}, and for one target a {@link
 * cco.core.tuf.DelegationWalk}. Each says which file it needs next, and recalls what earlier runs accepted.
 *
 * <p>The package never opens a file or a connection and never asks for the time: who calls it says what time it is.
 */
package cco.core.trust;
