/**
 * Decides what to believe, without any I/O: bytes go in, trusted objects come out.
 *
 * <p>In this order: a source's {@link cco.core.trust.UntrustedBytes} are handed to the {@link
 * cco.core.trust.TrustMode} that was fixed for the source; it reads them with the {@link
 * cco.core.trust.ManifestReader}, holds them against what was {@linkplain cco.core.trust.Remembered remembered} from
 * earlier times, and yields a {@link cco.core.trust.TrustedManifest}, which nothing else can make. What the manifest
 * promises of an archive's content is read by the {@link cco.core.trust.FileListReader}.
 *
 * <p>A repository with TUF metadata is read in the specification's order, each step reachable only through the one
 * before: {@link cco.core.trust.RootChain}, {@link cco.core.trust.TimestampStep}, {@link cco.core.trust.SnapshotStep},
 * {@link cco.core.trust.TargetsStep}, {@link cco.core.trust.TrustedTargets}, and for one target a {@link
 * cco.core.trust.DelegationWalk}. Each says which file it needs next, and recalls what earlier runs accepted.
 *
 * <p>The package never opens a file or a connection and never asks for the time: who calls it says what time it is.
 */
package cco.core.trust;
