package cco.core.session;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.archive.UnpackLimits;
import cco.core.disk.FreeSpace;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.fetch.BlobCache;
import cco.core.fetch.Fetcher;
import cco.core.fetch.VerifiedBlob;
import cco.core.install.Activation;
import cco.core.install.AppCommand;
import cco.core.install.CommandCheck;
import cco.core.install.Provenance;
import cco.core.install.Reactivation;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Retention;
import cco.core.manifest.Archive;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.FileEntry;
import cco.core.model.HistoryEntry;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import cco.core.stage.ProvenVersion;
import cco.core.stage.SmokeRun;
import cco.core.stage.StageRequest;
import cco.core.stage.StagedVersion;
import cco.core.stage.Stager;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Installs one version: download, staging, smoke run, activation, retention. A failure before the activation leaves the
 * app as it was. The download stays in the cache until the version has started once, so that another try does not
 * repeat it, unless verification refused it.
 */
public final class VersionInstaller {

    /** Covers the cold start of a large program on a slow disk. */
    private static final Duration SMOKE_LIMIT = Duration.ofSeconds(60);

    /** The space that a file wastes on average, at most. */
    private static final int BLOCK = 4096;

    private final AppSession session;
    private final AppSources sources;
    private final Fetcher fetcher;
    private final Platform platform;
    private final ProgressListener listener;

    /** An installer for the app of a session. */
    public VersionInstaller(AppSession session, AppSources sources) {
        this.session = session;
        this.sources = sources;
        this.fetcher = session.fetcher(sources);
        this.platform = session.context().product().platform();
        this.listener = session.listener();
    }

    /**
     * Makes a planned release the current version.
     *
     * @param channel the channel that the app follows from now on
     * @param command what the user types; nothing leaves the command as it is recorded
     * @return the receipt on disk
     */
    public Receipt install(
            AcceptedManifest accepted, UpdatePlan.Change change, Channel channel, Optional<AppCommand> command)
            throws CcoException {
        accepted.verify(change.archive());
        Version version = change.to();
        Reactivation reactivation = new Reactivation(session.lock(), session.installer(), listener);
        if (reactivation.isPossible(
                version, change.archive().file().sha256(), sources.trust().id())) {
            Optional<Version> before = current();
            Receipt after = reactivation.activate(version, provenance(channel), command);
            return recorded(before, after);
        }
        List<Origin> origins = accepted.locate(change.archive(), sources.origins());
        return install(origins, version, change.archive(), channel, command);
    }

    /**
     * Installs a version again by the digests that were recorded when it was first installed. It needs no manifest.
     *
     * @return the receipt on disk
     */
    public Receipt reinstall(Version version, Archive recorded, Channel channel) throws CcoException {
        return install(sources.origins(), version, recorded, channel, Optional.empty());
    }

    private Receipt install(
            List<Origin> origins, Version version, Archive archive, Channel channel, Optional<AppCommand> command)
            throws CcoException {
        if (command.isPresent()) {
            new CommandCheck(session.home(), session.installer(), command.get().bin()).requireOwn(command.get());
        }
        FileList list = fileList(origins, version, archive);
        requireSpace(version, archive, list);
        VerifiedBlob blob = download(origins, archive);
        Optional<Version> before = current();
        Receipt after = activate(version, archive, list, blob, provenance(channel), command);
        new AppRecords(session).release(version);
        return recorded(before, after);
    }

    private Receipt recorded(Optional<Version> before, Receipt after) throws CcoException {
        HistoryEntry.Kind kind = HistoryEntry.Kind.of(before, after.current());
        new AppRecords(session).history(kind, before, after.current(), sources.name());
        session.context().schedule(session.app()).recordUpdate();
        return new Retention(session.lock(), listener)
                .keep(after, session.settings().updates(session.app()).keepVersions());
    }

    /** Compares the needed bytes with the free ones before the first byte is downloaded. */
    private void requireSpace(Version version, Archive archive, FileList list) throws InstallException {
        FreeSpace space = new FreeSpace();
        Path blobs = session.context().dirs().blobs();
        space.need(blobs, new BlobCache(blobs).missing(archive.file()));
        long unpacked = list.files().stream().mapToLong(FileEntry::size).sum();
        space.need(session.home().data(), unpacked + (long) BLOCK * list.files().size());
        Optional<FreeSpace.Shortage> shortage = space.shortage();
        if (shortage.isPresent()) {
            throw new InstallException(
                    "not enough free space for " + session.app() + " " + version + " on the disk of "
                            + shortage.get().folder() + ": it needs "
                            + megabytes(shortage.get().needed()) + ", free are "
                            + megabytes(shortage.get().free()),
                    "free some space on that disk, then try again; nothing has changed");
        }
    }

    private static String megabytes(long bytes) {
        return "%.1f MB".formatted(bytes / 1e6);
    }

    private Optional<Version> current() throws CcoException {
        return new ReceiptFile(session.home()).read().map(Receipt::current);
    }

    private Provenance provenance(Channel channel) {
        return new Provenance(sources.name(), sources.trust().id(), channel);
    }

    private VerifiedBlob download(List<Origin> origins, Archive archive) throws CcoException {
        return fetcher.archive(origins, session.app(), archive.file(), verifiers(), listener);
    }

    private List<Verifier> verifiers() throws CcoException {
        var providers = session.context().providers();
        List<Verifier> all =
                new ArrayList<>(providers.verifiers(session.settings().requiredVerifiers(session.app())));
        all.addAll(sources.signatures(providers));
        return all;
    }

    private Receipt activate(
            Version version,
            Archive archive,
            FileList list,
            VerifiedBlob blob,
            Provenance provenance,
            Optional<AppCommand> command)
            throws CcoException {
        try (Activation activation = Activation.begin(
                session.lock(),
                session.installer(),
                version,
                listener,
                session.context().clock())) {
            StageRequest request = new StageRequest(
                    session.app(),
                    version,
                    platform,
                    blob,
                    activation.staging(),
                    list.executable(),
                    list.smokeArguments());
            StagedVersion staged = new Stager(UnpackLimits.DEFAULT).stage(request, listener);
            if (archive.list().isPresent()) {
                requireListed(staged, list);
            }
            ProvenVersion proven = prove(staged, archive);
            // Discard before the switch: the recovery of a killed switch does not know the download.
            blob.discard(listener);
            return activation.activate(proven, archive, provenance, command);
        } catch (VerificationException e) {
            blob.discard(listener);
            throw e;
        }
    }

    /** A first installation is not recorded: there is no other version that could be kept instead. */
    private ProvenVersion prove(StagedVersion staged, Archive archive) throws CcoException {
        try {
            return new SmokeRun(SMOKE_LIMIT).prove(staged, listener);
        } catch (InstallException e) {
            boolean interrupted = e.getCause() instanceof InterruptedException;
            if (!interrupted && current().isPresent()) {
                new AppRecords(session)
                        .quarantine(staged.version(), archive.file().sha256(), e.getMessage());
            }
            throw e;
        }
    }

    /** Without a list, the program has the app's name and prints its version when called with {@code --version}. */
    private FileList fileList(List<Origin> origins, Version version, Archive archive) throws CcoException {
        AppName app = session.app();
        if (archive.list().isEmpty()) {
            return new FileList(app, version, platform, app.value(), FileList.VERSION_ARGUMENTS, List.of());
        }
        RepositoryFile listed = archive.list().get();
        return fetcher.document(
                origins,
                listed.path(),
                listed.size(),
                bytes -> FileListReader.read(bytes, listed, app, version, platform));
    }

    /** Repairs and deltas rely on the list, so it must match the archive exactly. */
    private static void requireListed(StagedVersion staged, FileList list) throws VerificationException {
        if (!Set.copyOf(staged.files()).equals(Set.copyOf(list.files()))) {
            throw new VerificationException(
                    "the archive of " + staged.app() + " " + staged.version() + " does not match its file list",
                    "do not install this version; tell the publisher");
        }
    }
}
