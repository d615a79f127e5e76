package cco.core.session;

import cco.core.error.CcoException;
import cco.core.fetch.DocumentCache;
import cco.core.manifest.ManifestExcerpt;
import cco.core.manifest.Release;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.trust.TrustedManifest;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of an app's manifest that a check needs, kept for the next check under a name that stands for the manifest
 * and for what it was accepted by.
 */
final class KeptExcerpt {

    /** Below this size an excerpt saves nothing. */
    private static final int SMALL = 64 << 10;

    private final DocumentCache file;

    KeptExcerpt(AppSession session) {
        this.file = new DocumentCache(session.home().excerpt(), session.writer());
    }

    /** The judgment of a manifest, or of a part of one. */
    @FunctionalInterface
    interface Judge {
        TrustedManifest accept(UntrustedBytes manifest) throws CcoException;
    }

    /** Whether an excerpt of a manifest would save nothing. */
    static boolean isSmall(UntrustedBytes manifest) {
        return manifest.bytes().length < SMALL;
    }

    /** The excerpt of this name, if it is accepted now. */
    Optional<TrustedManifest> find(String name, Version installed, Judge judge) {
        return file.document(name).flatMap(excerpt -> accept(excerpt, installed, judge));
    }

    /**
     * Takes an excerpt of a manifest and keeps it.
     *
     * @param expires when the manifest has to be read again
     * @return the excerpt; empty if it is refused, and the whole manifest decides
     */
    Optional<TrustedManifest> take(
            String name, UntrustedBytes manifest, Version installed, Instant expires, Judge judge) throws CcoException {
        Optional<UntrustedBytes> excerpt = ManifestExcerpt.of(name, manifest, installed, expires);
        Optional<TrustedManifest> part = excerpt.flatMap(cut -> accept(cut, installed, judge));
        if (part.isPresent()) {
            file.keep(excerpt.orElseThrow());
        }
        return part;
    }

    /** An excerpt has no way out of a withdrawn version, so it is no use then. */
    private static Optional<TrustedManifest> accept(UntrustedBytes excerpt, Version installed, Judge judge) {
        try {
            TrustedManifest part = judge.accept(excerpt);
            Optional<Release> current = part.manifest().release(installed);
            return current.flatMap(Release::withdrawn).isPresent() ? Optional.empty() : Optional.of(part);
        } catch (CcoException refused) {
            return Optional.empty();
        }
    }
}
