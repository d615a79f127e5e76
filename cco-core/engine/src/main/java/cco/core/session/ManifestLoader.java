package cco.core.session;

import cco.api.Verifier;
import cco.core.disk.StateWriter;
import cco.core.error.CcoException;
import cco.core.error.ExpiredException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.fetch.DocumentCache;
import cco.core.fetch.Fetcher;
import cco.core.fetch.OriginFiles;
import cco.core.install.AppHome;
import cco.core.install.TrustMemory;
import cco.core.metadata.MetadataSource;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.TufUpdater;
import cco.core.model.AppName;
import cco.core.model.LastAccepted;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.UntrustedBytes;
import cco.core.trust.ManifestMode;
import cco.core.trust.TrustedManifest;
import cco.core.trust.TufMode;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** From a supply to a manifest that its trust mode admits, and the memory of it. */
public final class ManifestLoader {

    public static final String PATH = "version-manifest.json";

    private static final String METADATA = "metadata/";

    /** A thousand releases on five platforms with deltas stay below this. */
    private static final long MAX_BYTES = 16 << 20;

    private final Fetcher fetcher;
    private final List<Verifier> signatures;
    private final InstantSource clock;
    private final ProgressListener listener;

    ManifestLoader(Fetcher fetcher, List<Verifier> signatures, InstantSource clock, ProgressListener listener) {
        this.fetcher = fetcher;
        this.signatures = signatures;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * What earlier runs accepted. All of it is judged anew; it only need not be sent again.
     *
     * @param metadata of the publisher's roles
     * @param manifest the last one
     */
    record Stored(MetadataStore metadata, DocumentCache manifest) {

        /** The app's. */
        static Stored of(AppHome home, StateWriter keeper) {
            return new Stored(new MetadataStore(home.metadata(), keeper), new DocumentCache(home.manifest(), keeper));
        }
    }

    /**
     * The first manifest that is admitted; from now on none that is older will be.
     *
     * @param anew whether what was seen before came from another source, and says nothing of this one
     */
    AcceptedManifest current(AppHome home, TrustMemory memory, Stored stored, AppSources supply, boolean anew)
            throws CcoException {
        Optional<TrustMemory.Accepted> before = anew ? Optional.empty() : memory.read();
        LastAccepted remembered = before.map(accepted -> new LastAccepted(accepted.serial(), accepted.acceptedAt()))
                .orElse(LastAccepted.NOTHING);
        listener.began(Phase.CHECK, -1);
        AcceptedManifest acceptance = admit(home.app(), stored, supply, remembered);
        LastAccepted now = acceptance.manifest().memory();
        TrustMemory.Accepted after = new TrustMemory.Accepted(now.serial(), now.acceptedAt());
        if (!before.equals(Optional.of(after))) {
            memory.remember(after);
        }
        return acceptance;
    }

    private AcceptedManifest admit(AppName app, Stored stored, AppSources supply, LastAccepted remembered)
            throws CcoException {
        Instant now = clock.instant();
        return switch (supply.trust()) {
            case ManifestMode mode ->
                new AcceptedManifest(
                        fetcher.document(
                                supply.origins(),
                                PATH,
                                MAX_BYTES,
                                signatures,
                                stored.manifest(),
                                bytes -> inTime(app, remembered, now, () -> mode.admit(bytes, app, remembered, now))),
                        Witness.MANIFEST);
            case TufMode mode ->
                fetcher.exchange(
                        supply.origins(),
                        PATH,
                        files -> inTime(app, remembered, now, () -> signed(app, stored, mode, remembered, now, files)));
        };
    }

    @FunctionalInterface
    private interface Judgement<T> {
        T pass() throws CcoException;
    }

    /** What is called expired may be fresh, if the clock was once far ahead: only the user can tell. */
    private static <T> T inTime(AppName app, LastAccepted remembered, Instant now, Judgement<T> judgement)
            throws CcoException {
        try {
            return judgement.pass();
        } catch (ExpiredException e) {
            if (!remembered.isAheadOf(now)) {
                throw e;
            }
            throw new ExpiredException(
                    e.getMessage() + ", by the latest time that this machine's clock had when something was accepted; "
                            + "by the clock itself it is " + now.truncatedTo(ChronoUnit.SECONDS),
                    "if the clock is right now, it was far ahead once, and cco doctor " + app
                            + " --repair mends what is remembered of that; if not, set the clock");
        }
    }

    /** The metadata first, then the manifest that it describes, then the metadata as witness for the rest. */
    private static AcceptedManifest signed(
            AppName app, Stored stored, TufMode mode, LastAccepted remembered, Instant now, OriginFiles files)
            throws CcoException {
        TufUpdater updater = new TufUpdater(mode.anchor(), stored.metadata(), new Metadata(files));
        Instant reference = now.isAfter(remembered.acceptedAt()) ? now : remembered.acceptedAt();
        TrustedTargets targets = updater.refresh(reference);
        TargetFile target = vouched(updater, targets, PATH);
        Optional<UntrustedBytes> kept = stored.manifest().document().filter(target::isSameAs);
        UntrustedBytes document = kept.isPresent()
                ? kept.get()
                : files.read(targets.location(target), Math.min(target.length(), MAX_BYTES));
        TrustedManifest manifest = mode.admit(document, target, app, remembered, now);
        if (kept.isEmpty()) {
            stored.manifest().keep(document);
        }
        return new AcceptedManifest(
                manifest,
                (path, sha256, size) -> vouched(updater, targets, path).requireAgreement(sha256, size));
    }

    private static TargetFile vouched(TufUpdater updater, TrustedTargets targets, String path) throws CcoException {
        return updater.find(targets, path)
                .orElseThrow(() -> new VerificationException(
                        "no key of the publisher's vouches for " + path,
                        "do not install from this source; tell the publisher"));
    }

    /** The signed metadata of one origin. */
    private record Metadata(OriginFiles files) implements MetadataSource {

        @Override
        public Optional<UntrustedBytes> fetch(MetadataRequest request) throws CcoException {
            Optional<UntrustedBytes> found = files.find(METADATA + request.file(), request.limit());
            return found.isEmpty() ? found : Optional.of(json(found.get()));
        }

        /** Why a file is missing the source may know better, such as that a repository is private. */
        @Override
        public UntrustedBytes fetchRequired(MetadataRequest request) throws CcoException {
            return json(files.read(METADATA + request.file(), request.limit()));
        }

        /** A page in the repository's place, such as a login, is mostly no attack but something that passes. */
        private static UntrustedBytes json(UntrustedBytes document) throws SourceException {
            boolean page = new String(document.bytes(), StandardCharsets.UTF_8)
                    .stripLeading()
                    .startsWith("<");
            if (!page) {
                return document;
            }
            throw new SourceException(
                    document.name() + " is a web page, and no metadata",
                    "check the address of the source, and whether the network wants a login first");
        }
    }
}
