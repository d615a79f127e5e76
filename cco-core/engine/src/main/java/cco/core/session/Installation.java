package cco.core.session;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.archive.UnpackLimits;
import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaException;
import cco.core.disk.FreeSpace;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.fetch.BlobCache;
import cco.core.fetch.Fetcher;
import cco.core.fetch.VerifiedBlob;
import cco.core.install.Activation;
import cco.core.install.InstalledFiles;
import cco.core.install.Provenance;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Registration;
import cco.core.json.JsonException;
import cco.core.manifest.Archive;
import cco.core.manifest.Delta;
import cco.core.manifest.FileList;
import cco.core.model.DataSize;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import cco.core.stage.SmokeRun;
import cco.core.stage.StageRequest;
import cco.core.stage.StagedVersion;
import cco.core.stage.Stager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One version on its way from its origins to the one that the user runs: by a delta if that is possible, otherwise by
 * its archive.
 */
final class Installation {

    /** Covers the cold start of a large program on a slow disk. */
    private static final Duration SMOKE_LIMIT = Duration.ofSeconds(60);

    /** The space that a file wastes on average, at most. */
    private static final int BLOCK = 4096;

    private final AppSession session;
    private final Fetcher fetcher;
    private final List<Verifier> verifiers;
    private final List<Origin> origins;
    private final Item item;
    private final ProgressListener listener;

    /**
     * What is installed, and how it is recorded.
     *
     * @param archive the archive, with the delta to use, if any
     * @param registration the command and the source; nothing leaves both as they are recorded
     */
    record Item(
            Version version,
            Archive archive,
            FileList list,
            Provenance provenance,
            Optional<Registration> registration) {}

    /** An installation from these origins, whose files all verifiers must accept. */
    Installation(AppSession session, Fetcher fetcher, List<Verifier> verifiers, List<Origin> origins, Item item) {
        this.session = session;
        this.fetcher = fetcher;
        this.verifiers = verifiers;
        this.origins = origins;
        this.item = item;
        this.listener = session.listener();
    }

    /** How a version gets into its folder. */
    @FunctionalInterface
    private interface Staging<E extends Exception> {
        StagedVersion stage(StageRequest request) throws CcoException, E;
    }

    /** What happens to a version that has started. */
    @FunctionalInterface
    private interface Ending {
        Receipt end(Activation activation, ProvenVersion proven) throws CcoException;
    }

    /** Makes the version current and returns the receipt on disk. */
    Receipt run() throws CcoException {
        Optional<Receipt> patched = patch();
        Optional<Receipt> smaller = patched.isPresent() ? patched : unpackAlternate();
        return smaller.isPresent() ? smaller.get() : unpack(item.archive().file(), this::activate);
    }

    /** Puts the version, which is not current, in its place again. */
    void restore() throws CcoException {
        unpack(item.archive().file(), (activation, proven) -> activation.restore(proven, item.archive()));
    }

    private Receipt unpack(RepositoryFile packed, Ending ending) throws CcoException {
        requireSpace(packed, item.list().files());
        VerifiedBlob blob = download(packed);
        return this.<RuntimeException>stage(
                blob, request -> new Stager(UnpackLimits.DEFAULT).stage(request, listener), ending);
    }

    private Receipt activate(Activation activation, ProvenVersion proven) throws CcoException {
        return activation.activate(proven, item.archive(), item.provenance(), item.registration());
    }

    /**
     * The alternate to use, unless more of the archive is in the cache. Only the list of files shows that it has the
     * content of the archive.
     */
    private Optional<RepositoryFile> alternate() {
        BlobCache cache = new BlobCache(session.context().dirs().blobs());
        long missing = cache.missing(item.archive().file());
        return item.archive()
                .list()
                .flatMap(_ -> item.archive().smallerAlternate())
                .filter(alternate -> cache.missing(alternate) < missing);
    }

    /** Unpacks the alternate; nothing if there is none, or its bytes are missing or wrong. */
    private Optional<Receipt> unpackAlternate() throws CcoException {
        Optional<RepositoryFile> alternate = alternate();
        if (alternate.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(unpack(alternate.get(), this::activate));
        } catch (SourceException | VerificationException e) {
            listener.notice("downloading " + item.archive().file().path() + " instead: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** Makes the version from the current one; nothing if that is not possible, for whatever reason. */
    private Optional<Receipt> patch() throws CcoException {
        long unpatched = alternate()
                .map(RepositoryFile::size)
                .orElse(item.archive().file().size());
        Optional<Delta> delta = item.archive().deltas().stream()
                .filter(known -> known.file().size() < unpatched)
                .findFirst();
        Optional<BaseVersion> base = delta.flatMap(known -> base(known.from()));
        if (base.isEmpty() || item.archive().list().isEmpty()) {
            return Optional.empty();
        }
        List<FileEntry> files = item.list().files();
        requireSpace(delta.get().file(), changed(base.get(), files));
        String changes = "downloading the whole archive: the changes since "
                + delta.get().from();
        VerifiedBlob blob;
        try {
            blob = download(delta.get().file());
        } catch (SourceException | VerificationException e) {
            listener.notice(changes + ": " + e.getMessage());
            return Optional.empty();
        }
        try {
            return Optional.of(stage(
                    blob,
                    request -> new Stager(UnpackLimits.DEFAULT).patch(request, base.get(), files, listener),
                    this::activate));
        } catch (DeltaException e) {
            blob.discard(listener);
            listener.notice(changes + " do not fit: " + e.getMessage());
            return Optional.empty();
        }
    }

    /** The current version, if its records can be read. */
    private Optional<BaseVersion> former() {
        try {
            return new ReceiptFile(session.home()).read().flatMap(receipt -> base(receipt.current()));
        } catch (InstallException e) {
            return Optional.empty();
        }
    }

    private Optional<BaseVersion> base(Version version) {
        try {
            return new InstalledFiles(session.home())
                    .read(version)
                    .map(files -> new BaseVersion(session.home().version(version), files));
        } catch (IOException | JsonException e) {
            return Optional.empty();
        }
    }

    /** The files that take space of their own; the others are shared with the version that the delta starts from. */
    private static List<FileEntry> changed(BaseVersion base, List<FileEntry> files) {
        return files.stream()
                .filter(file -> base.withDigest(file.sha256()).isEmpty())
                .toList();
    }

    /** Compares the needed bytes with the free ones before the first byte is downloaded. */
    private void requireSpace(RepositoryFile download, List<FileEntry> files) throws InstallException {
        FreeSpace space = new FreeSpace();
        Path blobs = session.context().dirs().blobs();
        space.need(blobs, new BlobCache(blobs).missing(download));
        long unpacked = files.stream().mapToLong(FileEntry::size).sum();
        space.need(session.home().data(), unpacked + (long) BLOCK * files.size());
        Optional<FreeSpace.Shortage> shortage = space.shortage();
        if (shortage.isPresent()) {
            throw new InstallException(
                    "not enough free space for " + session.app() + " " + item.version() + " on the disk of "
                            + shortage.get().folder() + ": it needs "
                            + DataSize.of(shortage.get().needed()) + ", free are "
                            + DataSize.of(shortage.get().free()),
                    "free some space on that disk, then try again; nothing has changed");
        }
    }

    private VerifiedBlob download(RepositoryFile file) throws CcoException {
        return fetcher.archive(origins, session.app(), file, verifiers, listener);
    }

    private <E extends Exception> Receipt stage(VerifiedBlob blob, Staging<E> staging, Ending ending)
            throws CcoException, E {
        FileList list = item.list();
        try (Activation activation = Activation.begin(
                session.lock(),
                session.installer(),
                item.version(),
                listener,
                session.context().clock())) {
            StageRequest request = new StageRequest(
                    session.app(),
                    item.version(),
                    session.context().product().platform(),
                    blob,
                    activation.staging(),
                    list.programs(),
                    list.smokeArguments());
            try (StagedVersion staged = staging.stage(request)) {
                if (item.archive().list().isPresent()) {
                    requireListed(staged, list);
                }
                ProvenVersion proven = prove(staged);
                // Discard before the switch: the recovery of a killed switch does not know the download.
                blob.discard(listener);
                return ending.end(activation, proven);
            }
        } catch (VerificationException e) {
            blob.discard(listener);
            throw e;
        }
    }

    /** A first installation is not recorded: there is no other version that could be kept instead. */
    private ProvenVersion prove(StagedVersion staged) throws CcoException {
        try {
            return new SmokeRun(SMOKE_LIMIT).prove(staged, this::former, listener);
        } catch (InstallException e) {
            boolean interrupted = e.getCause() instanceof InterruptedException;
            if (!interrupted && session.home().hasReceipt()) {
                new AppRecords(session)
                        .quarantine(staged.version(), item.archive().file().sha256(), e.getMessage());
            }
            throw e;
        }
    }

    /** Repairs and deltas rely on the list, so it must match the archive exactly. */
    private static void requireListed(StagedVersion staged, FileList list) throws VerificationException {
        if (!BaseVersion.sorted(staged.files()).equals(BaseVersion.sorted(list.files()))) {
            throw new VerificationException(
                    "the archive of " + staged.app() + " " + staged.version() + " does not match its file list",
                    "do not install this version; tell the publisher");
        }
    }
}
