package cco.core.session;

import cco.core.disk.BrokenTransfer;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.fetch.DocumentCache;
import cco.core.fetch.OriginFiles;
import cco.core.metadata.MetadataSource;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.StoredSignatures;
import cco.core.metadata.TufUpdater;
import cco.core.model.LastAccepted;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.session.KeptExcerpt.Judge;
import cco.core.trust.TrustedManifest;
import cco.core.trust.TufMode;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.TargetFile;
import java.time.Instant;
import java.util.Optional;

/**
 * The manifests of repositories with signed metadata.
 *
 * <p>A check of a large one plans with an excerpt, kept together with the state of the repository: if the verified
 * timestamp, snapshot and root are the same as last time, nothing else is new, and neither the targets metadata nor the
 * manifest is read. So the cost of a check does not grow with the number of versions.
 */
final class SignedManifests {

    private final AppSession session;
    private final DocumentCache cache;
    private final KeptExcerpt excerpts;
    private final MetadataStore metadata;
    private final StoredSignatures signatures;

    /** Keeps accepted manifests in a cache, and an excerpt of the last one. */
    SignedManifests(AppSession session, DocumentCache cache, KeptExcerpt excerpts) {
        this.session = session;
        this.cache = cache;
        this.excerpts = excerpts;
        this.metadata = new MetadataStore(session.home().metadata(), session.writer());
        this.signatures = new StoredSignatures(session.home().signatures(), session.writer());
    }

    /** What a judgment of a manifest depends on besides its bytes. */
    record Terms(TufMode mode, LastAccepted last, Instant now) {

        /** A clock that was set back since is not believed. */
        private Instant reference() {
            return now.isAfter(last.acceptedAt()) ? now : last.acceptedAt();
        }
    }

    /** First the metadata, then the manifest that it describes; the metadata also verifies the files to come. */
    AcceptedManifest whole(Terms terms, OriginFiles files) throws CcoException {
        TufUpdater updater = updater(terms, files);
        SignedTargets targets = new SignedTargets(updater, updater.refresh(terms.reference()));
        TrustedManifest manifest = accept(terms, find(targets, files));
        signatures.store();
        return AcceptedManifest.of(manifest, targets);
    }

    /** The part of the manifest that a check needs, or the whole one if no part will do. */
    TrustedManifest forCheck(Terms terms, OriginFiles files, Version installed) throws CcoException {
        TrustedManifest manifest = excerpt(terms, files, installed);
        signatures.store();
        return manifest;
    }

    private TrustedManifest excerpt(Terms terms, OriginFiles files, Version installed) throws CcoException {
        TufUpdater updater = updater(terms, files);
        TufUpdater.State state = updater.refreshState(terms.reference());
        String name = state.digest() + " " + installed;
        Judge judge = excerpt -> terms.mode().acceptExcerpt(excerpt, session.app(), terms.last(), terms.now());
        Optional<TrustedManifest> known = excerpts.find(name, installed, judge);
        if (known.isPresent()) {
            return known.get();
        }
        SignedTargets targets = new SignedTargets(updater, updater.targets(state));
        Found found = find(targets, files);
        Optional<Instant> expires = targets.targets().expiryOf(ManifestLoader.PATH);
        if (KeptExcerpt.isSmall(found.document()) || expires.isEmpty()) {
            return accept(terms, found);
        }
        found.target().require(found.document());
        Optional<TrustedManifest> part = excerpts.take(name, found.document(), installed, expires.get(), judge);
        if (part.isEmpty()) {
            return accept(terms, found);
        }
        keep(found);
        return part.get();
    }

    private TrustedManifest accept(Terms terms, Found found) throws CcoException {
        TrustedManifest manifest =
                terms.mode().accept(found.document(), found.target(), session.app(), terms.last(), terms.now());
        keep(found);
        return manifest;
    }

    private void keep(Found found) throws CcoException {
        if (found.isNew()) {
            cache.keep(found.document());
        }
    }

    private TufUpdater updater(Terms terms, OriginFiles files) throws UsageException {
        return new TufUpdater(terms.mode().roots(signatures), metadata, new OriginMetadata(files));
    }

    /** The manifest as the cache or an origin has it, and what the metadata says about it. */
    private record Found(UntrustedBytes document, TargetFile target, boolean isNew) {}

    private Found find(SignedTargets targets, OriginFiles files) throws CcoException {
        TargetFile target = targets.require(ManifestLoader.PATH);
        Optional<UntrustedBytes> cached = cache.document().filter(target::isSameAs);
        if (cached.isPresent()) {
            return new Found(cached.get(), target, false);
        }
        long limit = Math.min(target.length(), ManifestLoader.MAX_BYTES);
        return new Found(files.read(targets.location(target), limit), target, true);
    }

    /** The signed metadata of one origin. */
    private record OriginMetadata(OriginFiles files) implements MetadataSource {

        @Override
        public Optional<UntrustedBytes> fetch(MetadataRequest request) throws CcoException {
            Optional<UntrustedBytes> found = files.find(RepositoryLayout.METADATA + request.file(), request.limit());
            return found.isEmpty() ? found : Optional.of(requireJson(found.get()));
        }

        /** The source may know why a file is missing, for example because the repository is private. */
        @Override
        public UntrustedBytes fetchRequired(MetadataRequest request) throws CcoException {
            return requireJson(files.read(RepositoryLayout.METADATA + request.file(), request.limit()));
        }

        @Override
        public String describe(MetadataRequest request) {
            return files.name(RepositoryLayout.METADATA + request.file());
        }

        /** A web page in place of the repository is rarely an attack: it is usually a login page, and goes away. */
        private static UntrustedBytes requireJson(UntrustedBytes document) throws SourceException {
            if (BrokenTransfer.isWebPage(document.bytes())) {
                throw BrokenTransfer.webPage(document.name());
            }
            return document;
        }
    }
}
