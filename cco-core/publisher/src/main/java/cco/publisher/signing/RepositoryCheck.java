package cco.publisher.signing;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.StorageException;
import cco.core.error.VerificationException;
import cco.core.metadata.MetadataStore;
import cco.core.metadata.TufUpdater;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.RootChain;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TrustedTargets;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Checks a repository as a new client does, with the client's own code, then every file. Changes nothing in it. */
public final class RepositoryCheck {

    private static final String SIGN_AGAIN = "run cco release sign again";

    private final Path directory;
    private final Optional<UntrustedBytes> anchor;
    private final FileDigests digests;

    /**
     * A check.
     *
     * @param anchor the root that clients have; if empty, the repository's first one
     * @param digests of the files in the repository
     */
    public RepositoryCheck(Path directory, Optional<UntrustedBytes> anchor, FileDigests digests) {
        this.directory = directory.toAbsolutePath().normalize();
        this.anchor = anchor;
        this.digests = digests;
    }

    /**
     * Checks everything.
     *
     * @param now the clients' time
     * @throws VerificationException if clients would refuse anything, or if a file is not what was signed
     * @throws CcoException if the repository cannot be read
     */
    public RepositoryStatus check(Instant now) throws CcoException {
        return check(now, _ -> true);
    }

    /**
     * Checks a folder that may lack archives, such as the checkout of a branch: the metadata, and each file that is
     * there.
     *
     * @param now the clients' time
     * @throws CcoException as {@link #check}
     */
    public RepositoryStatus checkPresent(Instant now) throws CcoException {
        return check(now, path -> Files.exists(directory.resolve(path)));
    }

    /**
     * Checks what is there, and reads only the files that changed since the last command.
     *
     * @param cache the folder with the digests that are remembered
     * @throws CcoException as {@link #check}
     */
    public static RepositoryStatus checkChanged(Path cache, Path directory, InstantSource clock) throws CcoException {
        try (RememberedDigests digests = RememberedDigests.in(cache, directory, clock)) {
            return new RepositoryCheck(directory, Optional.empty(), digests).checkPresent(clock.instant());
        }
    }

    private RepositoryStatus check(Instant now, Predicate<String> required) throws CcoException {
        try {
            VerifiedMetadata published = VerifiedMetadata.read(directory);
            Path store = Files.createTempDirectory("cco-check");
            try {
                check(published, new MetadataStore(store), now, required);
                return RepositoryStatus.of(published);
            } finally {
                DurableFiles.deleteTree(store);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot use the folder for temporary files", e),
                    "check its free space and permissions",
                    e);
        } catch (SourceException e) {
            throw new VerificationException(
                    e.getMessage(), e.hint(), e); // missing and broken files are no accident of a network
        }
    }

    private void check(VerifiedMetadata published, MetadataStore store, Instant now, Predicate<String> required)
            throws CcoException {
        FolderSource source = new FolderSource(VerifiedMetadata.folder(directory));
        UntrustedBytes root = anchor.isPresent() ? anchor.get() : source.require(VerifiedMetadata.FIRST_ROOT);
        TufUpdater client = new TufUpdater(RootChain.anchoredIn(root), store, source);
        TrustedTargets targets = client.refresh(now);
        for (String path : published.targets().names()) {
            TargetInfo listed = find(client, targets, path);
            for (String name : List.of(path, MetadataWriter.consistentName(path, listed.sha256()))) {
                if (required.test(name)) {
                    listed.requireFile(directory, name, "metadata", digests);
                }
            }
        }
        if (Files.exists(directory.resolve(ReleaseRepository.MANIFEST))) {
            manifest(published, client, targets);
        }
    }

    private void manifest(VerifiedMetadata published, TufUpdater client, TrustedTargets targets) throws CcoException {
        Map<String, TargetInfo> files =
                ManifestFiles.read(directory, published.root().app()).files();
        for (Map.Entry<String, TargetInfo> file : files.entrySet()) {
            if (!find(client, targets, file.getKey()).equals(file.getValue())) {
                throw new VerificationException("manifest and metadata disagree about " + file.getKey(), SIGN_AGAIN);
            }
        }
    }

    private static TargetInfo find(TufUpdater client, TrustedTargets targets, String path) throws CcoException {
        TargetFile target = client.find(targets, path)
                .orElseThrow(() -> new VerificationException(path + " is not signed", SIGN_AGAIN));
        return new TargetInfo(
                target.length(),
                target.sha256()
                        .orElseThrow(() -> new VerificationException(
                                "the signed metadata has no SHA-256 of " + path, SIGN_AGAIN)));
    }
}
