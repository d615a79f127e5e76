/**
 * The three trust modes: they turn untrusted bytes into a trusted manifest, without any I/O.
 *
 * <p>A source's {@link cco.core.trust.TrustMode} is fixed when the source is added. The mode reads the source's {@link
 * cco.core.model.UntrustedBytes} with the {@link cco.core.manifest.ManifestReader}, compares them with the {@linkplain
 * cco.core.model.LastAccepted record} of the last accepted manifest, and yields a {@link
 * cco.core.trust.TrustedManifest}, which nothing else can make. In mode tuf the metadata that {@link cco.core.tuf} has
 * verified must list the manifest first.
 *
 * <p>In modes gpg and sha256 the serial orders the manifests: no mode accepts a lower one than the record has. In mode
 * tuf the versions of the metadata do, because they recover when stolen keys are rotated.
 *
 * <p>The package never opens a file or a connection and never reads the clock: its callers pass the time.
 */
package cco.core.trust;
