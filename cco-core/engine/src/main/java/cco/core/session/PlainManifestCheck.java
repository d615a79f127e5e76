package cco.core.session;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.trust.GpgMode;
import cco.core.trust.ManifestMode;
import cco.core.trust.TrustedManifest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A check of a repository without signed metadata. It plans with an excerpt of a large manifest, kept under the digest
 * of the manifest, so that an unchanged manifest is neither verified nor read again.
 */
record PlainManifestCheck(
        KeptExcerpt excerpt, AppName app, ManifestMode mode, LastAccepted last, Instant now, Version installed) {

    /** Within this time, a key that has expired or was revoked since is noticed. */
    private static final Duration LIFETIME = Duration.ofDays(7);

    /** What a check needs of the manifest with this digest and length, if an earlier one has kept it. */
    Optional<TrustedManifest> known(Sha256 digest, long length) {
        return excerpt.find(name(digest, length), installed, this::accept);
    }

    /** What a check needs of a manifest that the verifiers have accepted. */
    TrustedManifest read(UntrustedBytes manifest) throws CcoException {
        if (KeptExcerpt.isSmall(manifest)) {
            return accept(manifest);
        }
        String name = name(Sha256.of(manifest.bytes()), manifest.bytes().length);
        Optional<TrustedManifest> part = excerpt.take(name, manifest, installed, now.plus(LIFETIME), this::accept);
        return part.isPresent() ? part.get() : accept(manifest);
    }

    private TrustedManifest accept(UntrustedBytes manifest) throws CcoException {
        return mode.accept(manifest, app, last, now);
    }

    /** Another mode or keyring makes every excerpt unknown. So does a kept manifest that has been cut. */
    private String name(Sha256 digest, long length) {
        String anchor = mode instanceof GpgMode(UntrustedBytes keyring) ? " " + Sha256.of(keyring.bytes()) : "";
        return digest + " " + length + " " + mode.id() + anchor + " " + installed;
    }
}
