package cco.core.session;

import cco.core.disk.BrokenTransfer;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.ExpiredException;
import cco.core.error.SourceException;
import cco.core.fetch.DocumentCache;
import cco.core.fetch.OriginFiles;
import cco.core.metadata.MetadataSource;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.TufUpdater;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.UntrustedBytes;
import cco.core.model.UtcTime;
import cco.core.trust.ManifestMode;
import cco.core.trust.TrustedManifest;
import cco.core.trust.TufMode;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.TargetFile;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Loads the manifest of an app, has the trust mode judge it, and remembers the one that was accepted. */
public final class ManifestLoader {

    /** The manifest's path in a repository. */
    public static final String PATH = "version-manifest.json";

    /** A thousand releases on five platforms with deltas stay below this. */
    private static final long MAX_BYTES = 16 << 20;

    /** How exactly the time of acceptance is kept, so that not every check waits for the disk. */
    private static final Duration PRECISION = Duration.ofHours(1);

    private final AppSession session;
    private final AppName app;
    private final MetadataStore metadata;
    private final DocumentCache cache;

    /** A loader for the app of a session. */
    public ManifestLoader(AppSession session) {
        this.session = session;
        this.app = session.app();
        this.metadata = new MetadataStore(session.home().metadata(), session.writer());
        this.cache = new DocumentCache(session.home().manifest(), session.writer());
    }

    /**
     * Loads the manifest of the first origin whose manifest is accepted. From then on, no older one is.
     *
     * @throws CcoException if no origin answers, or the manifest is refused
     */
    public AcceptedManifest load(AppSources sources) throws CcoException {
        return load(sources, session.memory().read().orElse(LastAccepted.NOTHING));
    }

    /** Loads the manifest of a source that is new to the app: what other sources showed does not limit it. */
    public AcceptedManifest loadFromNewSource(AppSources sources) throws CcoException {
        return load(sources, LastAccepted.NOTHING);
    }

    private AcceptedManifest load(AppSources sources, LastAccepted last) throws CcoException {
        session.listener().began(Phase.CHECK, -1);
        AcceptedManifest accepted = accept(sources, last);
        LastAccepted now = accepted.manifest().lastAccepted();
        if (isNews(now, last)) {
            session.memory().remember(now);
        }
        return accepted;
    }

    private static boolean isNews(LastAccepted now, LastAccepted last) {
        Duration since = Duration.between(last.acceptedAt(), now.acceptedAt());
        return now.serial() != last.serial() || since.compareTo(PRECISION) >= 0;
    }

    private AcceptedManifest accept(AppSources sources, LastAccepted last) throws CcoException {
        Instant now = session.context().clock().instant();
        return switch (sources.trust()) {
            case ManifestMode mode ->
                AcceptedManifest.of(session.fetcher(sources)
                        .document(
                                sources.origins(),
                                PATH,
                                MAX_BYTES,
                                sources.signatures(session.context().providers()),
                                cache,
                                bytes -> explainExpiry(last, now, () -> mode.accept(bytes, app, last, now))));
            case TufMode mode ->
                session.fetcher(sources)
                        .exchange(
                                sources.origins(),
                                PATH,
                                files -> explainExpiry(last, now, () -> acceptSigned(mode, last, now, files)));
        };
    }

    /** A clock that was once far ahead makes fresh metadata look expired; only the user can tell which is right. */
    private <T> T explainExpiry(LastAccepted last, Instant now, CheckedSupplier<T, CcoException> judgment)
            throws CcoException {
        try {
            return judgment.get();
        } catch (ExpiredException e) {
            if (!last.isAheadOf(now)) {
                throw e;
            }
            throw new ExpiredException(
                    e.getMessage() + ", by the time of the last accepted manifest; this machine's clock says "
                            + UtcTime.minute(now),
                    "if the clock is right now, run `cco doctor " + app + " --repair`; if not, set the clock");
        }
    }

    /** First the metadata, then the manifest that it describes; the metadata also verifies the files to come. */
    private AcceptedManifest acceptSigned(TufMode mode, LastAccepted last, Instant now, OriginFiles files)
            throws CcoException {
        TufUpdater updater = new TufUpdater(mode.anchor(), metadata, new OriginMetadata(files));
        Instant reference = now.isAfter(last.acceptedAt()) ? now : last.acceptedAt();
        SignedTargets targets = new SignedTargets(updater, updater.refresh(reference));
        TargetFile target = targets.require(PATH);
        Optional<UntrustedBytes> cached = cache.document().filter(target::isSameAs);
        UntrustedBytes document = cached.isPresent()
                ? cached.get()
                : files.read(targets.location(target), Math.min(target.length(), MAX_BYTES));
        TrustedManifest manifest = mode.accept(document, target, app, last, now);
        if (cached.isEmpty()) {
            cache.keep(document);
        }
        return AcceptedManifest.of(manifest, targets);
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
