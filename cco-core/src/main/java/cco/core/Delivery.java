package cco.core;

import cco.api.PlatformInstaller;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.fetch.ArchiveRequest;
import cco.core.fetch.Fetcher;
import cco.core.fetch.VerifiedBlob;
import cco.core.install.Activation;
import cco.core.install.AppLock;
import cco.core.install.Command;
import cco.core.install.Provenance;
import cco.core.install.Receipt;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.stage.ProvenVersion;
import cco.core.stage.SmokeRun;
import cco.core.stage.StageRequest;
import cco.core.stage.StagedVersion;
import cco.core.stage.Stager;
import cco.core.stage.UnpackLimits;
import cco.core.trust.Archive;
import cco.core.trust.FileList;
import cco.core.trust.FileListReader;
import java.nio.file.Path;
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
final class Delivery {

    /** A cold start of a large program on a slow disk; what takes longer would not be fit for use either. */
    private static final Duration SMOKE_LIMIT = Duration.ofSeconds(60);

    private final Fetcher fetcher;
    private final List<Verifier> verifiers;
    private final PlatformInstaller installer;
    private final Platform platform;
    private final InstantSource clock;
    private final ProgressListener listener;

    Delivery(
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
            Supply supply,
            Witness witness,
            UpdatePlan.Change change,
            Provenance provenance,
            Optional<Command> command)
            throws CcoException {
        Archive archive = change.archive();
        requireVouched(archive, witness);
        Optional<FileList> list = fileList(lock.home().app(), supply, change);
        String name = archive.path().substring(archive.path().lastIndexOf('/') + 1);
        VerifiedBlob blob = fetcher.archive(
                supply.origins(),
                new ArchiveRequest(name, archive.path(), archive.sha256(), archive.size()),
                verifiers,
                listener);
        try (Activation activation = Activation.begin(lock, installer, change.to(), listener, clock)) {
            StageRequest request = request(lock.home().app(), change, blob, activation.staging(), list);
            StagedVersion staged = new Stager(UnpackLimits.DEFAULT).stage(request, listener);
            if (list.isPresent()) {
                requireListed(staged, list.get());
            }
            ProvenVersion proven = new SmokeRun(SMOKE_LIMIT).prove(staged, listener);
            // Not after the switch: when that is killed, it is completed by a run that knows of no download.
            blob.discard(listener);
            return activation.activate(proven, provenance, command);
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

    private Optional<FileList> fileList(AppName app, Supply supply, UpdatePlan.Change change) throws CcoException {
        Optional<Archive.Listed> listed = change.archive().files();
        if (listed.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(fetcher.document(
                supply.origins(),
                listed.get().path(),
                listed.get().size(),
                bytes -> FileListReader.read(bytes, listed.get(), app, change.to(), platform)));
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

    private StageRequest request(
            AppName app, UpdatePlan.Change change, VerifiedBlob blob, Path staging, Optional<FileList> list) {
        if (list.isEmpty()) {
            return StageRequest.of(app, change.to(), platform, blob, staging);
        }
        List<String> arguments = list.get().smokeArguments();
        return new StageRequest(
                app, change.to(), platform, blob, staging, list.get().executable(), arguments, !arguments.isEmpty());
    }
}
