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

/** What every trust mode demands of a manifest, besides what vouches for its bytes. */
final class ManifestChecks {

    private ManifestChecks() {}

    static TrustedManifest admit(TrustMode mode, UntrustedBytes document, AppName app, LastAccepted memory, Instant now)
            throws CcoException {
        Manifest manifest = ManifestReader.read(document, app);
        Instant reference = now.isAfter(memory.acceptedAt()) ? now : memory.acceptedAt();
        requireApp(document, manifest, app);
        requireNotOlder(document, manifest, memory);
        requireNotExpired(document, manifest, reference);
        return new TrustedManifest(
                manifest, mode, new LastAccepted(manifest.serial().orElse(memory.serial()), reference));
    }

    private static void requireApp(UntrustedBytes document, Manifest manifest, AppName app)
            throws VerificationException {
        if (!manifest.app().equals(app)) {
            throw new VerificationException(
                    document.name() + " belongs to the app " + manifest.app() + ", not to " + app,
                    "check the address of the source of " + app);
        }
    }

    private static void requireNotOlder(UntrustedBytes document, Manifest manifest, LastAccepted memory)
            throws VerificationException {
        if (memory.serial() > 0 && manifest.serial().isEmpty()) {
            throw new VerificationException(
                    document.name() + " has no serial, but serial " + memory.serial() + " was accepted before",
                    "do not install from this source; tell the publisher");
        }
        if (manifest.serial().orElse(memory.serial()) < memory.serial()) {
            throw new VerificationException(
                    document.name() + " is older than what was accepted before: its serial is "
                            + manifest.serial().getAsLong() + ", not at least " + memory.serial(),
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
