package cco.core.session;

import cco.api.PlatformInstaller;
import cco.api.Verifier;
import cco.core.archive.UnpackLimits;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.fetch.ArchiveRequest;
import cco.core.fetch.Fetcher;
import cco.core.fetch.VerifiedBlob;
import cco.core.install.Activation;
import cco.core.install.AppLock;
import cco.core.install.Command;
import cco.core.install.Download;
import cco.core.install.Provenance;
import cco.core.install.Receipt;
import cco.core.manifest.Archive;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import cco.core.stage.SmokeRun;
import cco.core.stage.StageRequest;
import cco.core.stage.StagedVersion;
import cco.core.stage.Stager;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries out a planned change: download, staging, proof, activation. Whatever fails before the activation leaves the
 * app as it was; the download stays in the cache until it is proven, so that another try does not repeat it, unless it
 * is what was refused.
 */
final class VersionInstaller {

    /** A cold start of a large program on a slow disk; what takes longer would not be fit for use either. */
    private static final Duration SMOKE_LIMIT = Duration.ofSeconds(60);

    private final Fetcher fetcher;
    private final List<Verifier> verifiers;
    private final PlatformInstaller installer;
    private final Platform platform;
    private final InstantSource clock;
    private final ProgressListener listener;

    VersionInstaller(
            Fetcher fetcher,
            List<Verifier> verifiers,
            PlatformInstaller installer,
            Platform platform,
            InstantSource clock,
            ProgressListener listener) {
        this.fetcher = fetcher;
        this.verifiers = verifiers;
        this.installer = installer;
        this.platform = platform;
        this.clock = clock;
        this.listener = listener;
    }

    /**
     * Makes the planned version the current one.
     *
     * @param witness has to agree to every file before it is fetched
     * @param command what the user is to type, if that is not recorded yet
     * @return the receipt as it is on disk
     */
    Receipt deliver(
            AppLock lock,
            AppSources supply,
            Witness witness,
            Version version,
            Archive archive,
            Provenance provenance,
            Optional<Command> command)
            throws CcoException {
        requireVouched(archive, witness);
        AppName app = lock.home().app();
        FileList list = fileList(app, supply, version, archive);
        String name = archive.path().substring(archive.path().lastIndexOf('/') + 1);
        VerifiedBlob blob = fetcher.archive(
                supply.origins(),
                new ArchiveRequest(app, name, archive.path(), archive.sha256(), archive.size()),
                verifiers,
                listener);
        try (Activation activation = Activation.begin(lock, installer, version, listener, clock)) {
            StageRequest request = new StageRequest(
                    app, version, platform, blob, activation.staging(), list.executable(), list.smokeArguments());
            StagedVersion staged = new Stager(UnpackLimits.DEFAULT).stage(request, listener);
            if (archive.files().isPresent()) {
                requireListed(staged, list);
            }
            ProvenVersion proven = new SmokeRun(SMOKE_LIMIT).prove(staged, listener);
            // Not after the switch: when that is killed, it is completed by a run that knows of no download.
            blob.discard(listener);
            return activation.activate(proven, download(archive), provenance, command);
        } catch (VerificationException e) {
            blob.discard(listener);
            throw e;
        }
    }

    private static void requireVouched(Archive archive, Witness witness) throws CcoException {
        witness.require(archive.path(), archive.sha256(), archive.size());
        if (archive.files().isPresent()) {
            Archive.Listed list = archive.files().get();
            witness.require(list.path(), list.sha256(), list.size());
        }
    }

    /** Without a list, the program has the app's name and tells its version as nearly every program does. */
    private FileList fileList(AppName app, AppSources supply, Version version, Archive archive) throws CcoException {
        if (archive.files().isEmpty()) {
            return new FileList(app, version, platform, app.value(), FileList.VERSION_ARGUMENTS, List.of());
        }
        Archive.Listed listed = archive.files().get();
        return fetcher.document(
                supply.origins(),
                listed.path(),
                listed.size(),
                bytes -> FileListReader.read(bytes, listed, app, version, platform));
    }

    private static Download download(Archive archive) {
        return new Download(
                archive.path(),
                archive.sha256(),
                archive.size(),
                archive.files().map(list -> new Download(list.path(), list.sha256(), list.size(), Optional.empty())));
    }

    /** Repairs and deltas rely on the list, so it must tell exactly what the archive holds. */
    private static void requireListed(StagedVersion staged, FileList list) throws VerificationException {
        Set<FileList.Item> unpacked = staged.files().stream()
                .map(file -> new FileList.Item(file.path(), file.size(), file.executable(), file.sha256()))
                .collect(Collectors.toSet());
        if (!unpacked.equals(Set.copyOf(list.files()))) {
            throw new VerificationException(
                    "the archive of " + staged.app() + " " + staged.version() + " holds other files than its list says",
                    "do not install this version; tell the publisher");
        }
    }
}
