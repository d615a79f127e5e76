package cco.core.session;

import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.CheckedSupplier;
import cco.core.error.ExpiredException;
import cco.core.fetch.DocumentCache;
import cco.core.fetch.DocumentReader;
import cco.core.fetch.OriginTask;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.UtcTime;
import cco.core.model.Version;
import cco.core.session.SignedManifests.Terms;
import cco.core.trust.ManifestMode;
import cco.core.trust.TrustedManifest;
import cco.core.trust.TufMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Loads the manifest of an app, has the trust mode judge it, and remembers the one that was accepted. */
public final class ManifestLoader {

    /** The manifest's path in a repository. */
    public static final String PATH = "version-manifest.json";

    /** A thousand releases on five platforms with deltas stay below this. */
    static final long MAX_BYTES = 16 << 20;

    /** How exactly the time of acceptance is kept, so that not every check waits for the disk. */
    private static final Duration PRECISION = Duration.ofHours(1);

    private final AppSession session;
    private final AppName app;
    private final SignedManifests signed;
    private final KeptExcerpt excerpt;
    private final DocumentCache cache;

    /** A loader for the app of a session. */
    public ManifestLoader(AppSession session) {
        this.session = session;
        this.app = session.app();
        this.cache = new DocumentCache(session.home().manifest(), session.writer());
        this.excerpt = new KeptExcerpt(session);
        this.signed = new SignedManifests(session, cache, excerpt);
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

    /**
     * Loads what a check needs: of a large manifest an {@linkplain cco.core.manifest.ManifestExcerpt excerpt}.
     *
     * @param installed the current version
     * @throws CcoException as {@link #load}
     */
    public TrustedManifest loadForCheck(AppSources sources, Version installed) throws CcoException {
        LastAccepted last = session.memory().read().orElse(LastAccepted.NOTHING);
        session.listener().began(Phase.CHECK, -1);
        Instant now = session.context().clock().instant();
        TrustedManifest accepted =
                switch (sources.trust()) {
                    case ManifestMode mode -> {
                        var check = new PlainManifestCheck(excerpt, app, mode, last, now, installed);
                        yield document(sources, new DocumentReader<>() {
                            @Override
                            public TrustedManifest read(UntrustedBytes document) throws CcoException {
                                return explainExpiry(last, now, () -> check.read(document));
                            }

                            @Override
                            public Optional<TrustedManifest> known(Supplier<Sha256> digest, long length) {
                                return check.known(digest.get(), length);
                            }
                        });
                    }
                    case TufMode mode ->
                        exchange(
                                sources,
                                last,
                                now,
                                files -> signed.forCheck(new Terms(mode, last, now), files, installed));
                };
        remember(last, accepted.lastAccepted());
        return accepted;
    }

    private AcceptedManifest load(AppSources sources, LastAccepted last) throws CcoException {
        session.listener().began(Phase.CHECK, -1);
        AcceptedManifest accepted = accept(sources, last);
        remember(last, accepted.manifest().lastAccepted());
        return accepted;
    }

    private void remember(LastAccepted last, LastAccepted now) throws CcoException {
        if (isNews(now, last)) {
            session.memory().remember(now);
        }
    }

    private static boolean isNews(LastAccepted now, LastAccepted last) {
        Duration since = Duration.between(last.acceptedAt(), now.acceptedAt());
        return now.serial() != last.serial() || since.compareTo(PRECISION) >= 0;
    }

    private AcceptedManifest accept(AppSources sources, LastAccepted last) throws CcoException {
        Instant now = session.context().clock().instant();
        return switch (sources.trust()) {
            case ManifestMode mode ->
                AcceptedManifest.of(document(
                        sources, bytes -> explainExpiry(last, now, () -> mode.accept(bytes, app, last, now))));
            case TufMode mode -> exchange(sources, last, now, files -> signed.whole(new Terms(mode, last, now), files));
        };
    }

    private <T> T document(AppSources sources, DocumentReader<T> reader) throws CcoException {
        List<Verifier> required = sources.signatures(session.context().providers());
        return session.fetcher(sources).document(sources.origins(), PATH, MAX_BYTES, required, cache, reader);
    }

    private <T> T exchange(AppSources sources, LastAccepted last, Instant now, OriginTask<T> task) throws CcoException {
        return session.fetcher(sources)
                .exchange(sources.origins(), PATH, files -> explainExpiry(last, now, () -> task.with(files)));
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
}
