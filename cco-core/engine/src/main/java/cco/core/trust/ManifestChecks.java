package cco.core.trust;

import cco.core.error.CcoException;
import cco.core.error.ExpiredException;
import cco.core.error.VerificationException;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataErrors;
import java.time.Instant;

/** The checks of a manifest's content that all trust modes share. */
final class ManifestChecks {

    private ManifestChecks() {}

    /** Reads the manifest of an app. */
    static Manifest read(UntrustedBytes document, AppName app) throws CcoException {
        Manifest manifest = ManifestReader.read(document, app);
        if (!manifest.app().equals(app)) {
            throw new VerificationException(
                    document.name() + " belongs to the app " + manifest.app() + ", not to " + app,
                    "check the address of the source of " + app);
        }
        return manifest;
    }

    /** Accepts a manifest that has not expired, by the clock or by the time of the last accepted one. */
    static TrustedManifest accept(
            TrustMode mode, UntrustedBytes document, Manifest manifest, LastAccepted last, Instant now)
            throws ExpiredException {
        Instant reference = now.isAfter(last.acceptedAt()) ? now : last.acceptedAt();
        requireNotExpired(document, manifest, reference);
        long serial = manifest.serial().orElse(last.serial());
        return new TrustedManifest(manifest, mode, new LastAccepted(serial, reference));
    }

    /** Orders manifests by their serials, in the modes in which nothing else orders them. */
    static void requireNotOlder(UntrustedBytes document, Manifest manifest, LastAccepted last)
            throws VerificationException {
        if (last.serial() > 0 && manifest.serial().isEmpty()) {
            throw new VerificationException(
                    document.name() + " has no serial, but serial " + last.serial() + " was accepted before",
                    "do not install from this source; tell the publisher");
        }
        if (manifest.serial().orElse(last.serial()) < last.serial()) {
            throw new VerificationException(
                    document.name() + " is older than the manifest that was accepted before: its serial is "
                            + manifest.serial().getAsLong() + ", not at least " + last.serial(),
                    "if the source is a mirror, it may be behind: try another; otherwise tell the publisher");
        }
    }

    private static void requireNotExpired(UntrustedBytes document, Manifest manifest, Instant reference)
            throws ExpiredException {
        if (manifest.expires().isPresent()
                && !reference.isBefore(manifest.expires().get())) {
            throw MetadataErrors.expired(document.name(), manifest.expires().get(), reference);
        }
    }
}
