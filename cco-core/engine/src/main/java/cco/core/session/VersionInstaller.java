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
import cco.core.error.UsageException;
import cco.core.error.VerificationException;
import cco.core.fetch.BlobCache;
import cco.core.fetch.Fetcher;
import cco.core.fetch.VerifiedBlob;
import cco.core.install.Activation;
import cco.core.install.AppCommand;
import cco.core.install.CommandCheck;
import cco.core.install.InstalledFiles;
import cco.core.install.ProgramLink;
import cco.core.install.Provenance;
import cco.core.install.Reactivation;
import cco.core.install.Receipt;
import cco.core.install.ReceiptFile;
import cco.core.install.Retention;
import cco.core.json.JsonException;
import cco.core.manifest.Archive;
import cco.core.manifest.Delta;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.FileEntry;
import cco.core.model.HistoryEntry;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.plan.UpdatePlan;
import cco.core.stage.ProvenVersion;
import cco.core.stage.SmokeRun;
import cco.core.stage.StageRequest;
import cco.core.stage.StagedVersion;
import cco.core.stage.Stager;
import java.io.IOException;
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
        Archive archive = accepted.withDeltaFrom(current(), change.archive());
        List<Origin> origins = accepted.locate(archive, sources.origins());
        return install(origins, version, archive, channel, command);
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
        FileList list = fileList(origins, version, archive);
        requireCommands(command, list.programs());
        requireSpace(version, archive, list);
        Optional<Version> before = current();
        Installation installation = new Installation(version, archive, list, provenance(channel), command);
        Optional<Receipt> patched = patch(origins, installation);
        Receipt after = patched.isPresent() ? patched.get() : unpack(origins, installation);
        new AppRecords(session).release(version);
        return recorded(before, after);
    }

    /** Compares the commands with the files on PATH before the download. */
    private void requireCommands(Optional<AppCommand> asked, Programs programs) throws CcoException {
        Optional<Receipt> receipt = new ReceiptFile(session.home()).read();
        Optional<AppCommand> own = asked.or(() -> receipt.flatMap(Receipt::command));
        if (own.isEmpty()) {
            return;
        }
        List<Path> known =
                asked.isPresent() ? List.of() : receipt.map(Receipt::outside).orElse(List.of());
        if (asked.isPresent()
                && programs.commands().keySet().stream().anyMatch(asked.get().name()::equalsIgnoreCase)) {
            throw new UsageException(
                    session.app() + " has another command with the name "
                            + asked.get().name(),
                    "choose another name with --as");
        }
        for (ProgramLink link : ProgramLink.of(own.get(), programs)) {
            if (!known.contains(link.file(session.installer()))) {
                CommandCheck.requireOwn(session.home(), session.installer(), link.command());
            }
        }
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

    /** What is installed, and how it is recorded. */
    private record Installation(
            Version version, Archive archive, FileList list, Provenance provenance, Optional<AppCommand> command) {}

    /** How a version gets into its folder. */
    @FunctionalInterface
    private interface Staging<E extends Exception> {
        StagedVersion stage(StageRequest request) throws CcoException, E;
    }

    private Receipt unpack(List<Origin> origins, Installation installation) throws CcoException {
        VerifiedBlob blob = download(origins, installation.archive().file());
        return this.<RuntimeException>activate(
                installation, blob, request -> new Stager(UnpackLimits.DEFAULT).stage(request, listener));
    }

    /** Makes the version from the current one; nothing if that is not possible, for whatever reason. */
    private Optional<Receipt> patch(List<Origin> origins, Installation installation) throws CcoException {
        List<Delta> deltas = installation.archive().deltas();
        Optional<BaseVersion> base =
                deltas.isEmpty() ? Optional.empty() : base(deltas.getFirst().from());
        if (base.isEmpty() || installation.archive().list().isEmpty()) {
            return Optional.empty();
        }
        Version from = deltas.getFirst().from();
        VerifiedBlob blob;
        try {
            blob = download(origins, deltas.getFirst().file());
        } catch (SourceException | VerificationException e) {
            listener.notice("downloading the whole archive: the changes since " + from + ": " + e.getMessage());
            return Optional.empty();
        }
        try {
            List<FileEntry> files = installation.list().files();
            return Optional.of(activate(
                    installation,
                    blob,
                    request -> new Stager(UnpackLimits.DEFAULT).patch(request, base.get(), files, listener)));
        } catch (DeltaException e) {
            blob.discard(listener);
            listener.notice(
                    "downloading the whole archive: the changes since " + from + " do not fit: " + e.getMessage());
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

    private VerifiedBlob download(List<Origin> origins, RepositoryFile file) throws CcoException {
        return fetcher.archive(origins, session.app(), file, verifiers(), listener);
    }

    private List<Verifier> verifiers() throws CcoException {
        var providers = session.context().providers();
        List<Verifier> all =
                new ArrayList<>(providers.verifiers(session.settings().requiredVerifiers(session.app())));
        all.addAll(sources.signatures(providers));
        return all;
    }

    private <E extends Exception> Receipt activate(Installation installation, VerifiedBlob blob, Staging<E> staging)
            throws CcoException, E {
        Archive archive = installation.archive();
        FileList list = installation.list();
        try (Activation activation = Activation.begin(
                session.lock(),
                session.installer(),
                installation.version(),
                listener,
                session.context().clock())) {
            StageRequest request = new StageRequest(
                    session.app(),
                    installation.version(),
                    platform,
                    blob,
                    activation.staging(),
                    list.programs(),
                    list.smokeArguments());
            StagedVersion staged = staging.stage(request);
            if (archive.list().isPresent()) {
                requireListed(staged, list);
            }
            ProvenVersion proven = prove(staged, archive);
            // Discard before the switch: the recovery of a killed switch does not know the download.
            blob.discard(listener);
            return activation.activate(proven, archive, installation.provenance(), installation.command());
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
            return new FileList(
                    app, version, platform, Programs.of(app.value()), FileList.VERSION_ARGUMENTS, List.of());
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
