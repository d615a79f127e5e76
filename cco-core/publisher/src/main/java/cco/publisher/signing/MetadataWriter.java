package cco.publisher.signing;

import cco.core.disk.IoReason;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.model.Sha256;
import cco.core.tuf.RoleName;
import cco.publisher.repository.PublishWorkspace;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Writes metadata files into a repository, one by one, while it locks out other publishers. */
final class MetadataWriter implements AutoCloseable {

    /** The number of states of the repository that clients can still read. */
    private static final int KEPT_STATES = 5;

    private final Path repository;
    private final PublishWorkspace work;

    private MetadataWriter(Path repository, PublishWorkspace work) {
        this.repository = repository;
        this.work = work;
    }

    /** Locks the repository until it is closed. */
    static MetadataWriter begin(Path repository) throws StorageException, BusyException {
        try {
            return new MetadataWriter(repository, PublishWorkspace.open(repository));
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Publishes a metadata file, after the files that it refers to. */
    void put(SignedRole file) throws StorageException {
        put(file.name(), file.bytes(), "metadata/" + file.name());
    }

    /** Publishes the manifest under its name with the digest, for clients that have read older metadata. */
    void putManifest(byte[] text) throws StorageException {
        String name =
                consistentName(ReleaseRepository.MANIFEST, TargetInfo.of(text).sha256());
        put(name, text, name);
    }

    /** Publishes each target under its name with the digest too, as a link if the file system has links. */
    void putTargets(TargetsBuilder targets) throws StorageException {
        try {
            for (Map.Entry<String, TargetInfo> target : targets.files().entrySet()) {
                String path = target.getKey();
                String consistent = consistentName(path, target.getValue().sha256());
                if (!targets.recorded().contains(path) || mustLink(path, consistent)) {
                    work.link(path, consistent);
                }
            }
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** A target that was signed before has both names already, unless the checkout lacks one or both. */
    private boolean mustLink(String path, String consistent) throws IOException {
        Path source = repository.resolve(path);
        Path second = repository.resolve(consistent);
        return Files.exists(source) && (!Files.exists(second) || Files.size(source) != Files.size(second));
    }

    /** The path of a target in one state of the repository (TUF 5.7.3). */
    static String consistentName(String path, Sha256 sha256) {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + sha256 + "." + path.substring(name);
    }

    private void put(String name, byte[] bytes, String path) throws StorageException {
        try {
            work.write(name, bytes);
            work.publish(name, path);
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Removes old targets and snapshots, and the names with digests that only they list. */
    void prune(VerifiedMetadata now) throws CcoException {
        try {
            pruneTargets(now.version(RoleName.TARGETS));
            prune(RoleName.TARGETS, now.version(RoleName.TARGETS) - KEPT_STATES);
            prune(RoleName.SNAPSHOT, now.version(RoleName.SNAPSHOT) - KEPT_STATES);
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Runs before the metadata is removed, because only the metadata knows the names. */
    private void pruneTargets(long newest) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (long version = newest; version > newest - KEPT_STATES && exists(version); version--) {
            kept.addAll(named(version));
        }
        for (long version = newest - KEPT_STATES; exists(version); version--) {
            for (Path copy : named(version)) {
                if (!kept.contains(copy)) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    /** Counts down, because there are no gaps. */
    private void prune(RoleName role, long newest) throws IOException {
        for (long version = newest; version > 0; version--) {
            if (!Files.deleteIfExists(file(role, version))) {
                return;
            }
        }
    }

    private boolean exists(long version) {
        return version > 0 && Files.exists(file(RoleName.TARGETS, version));
    }

    /** The names with digests that one version of the targets lists. */
    private Set<Path> named(long version) throws IOException {
        Set<Path> named = new HashSet<>();
        for (String name : SignedNames.listed(file(RoleName.TARGETS, version))) {
            Path copy = repository.resolve(name).normalize();
            if (copy.startsWith(repository)) { // the old file is not verified
                named.add(copy);
            }
        }
        return named;
    }

    private Path file(RoleName role, long version) {
        return VerifiedMetadata.folder(repository).resolve(SignedRole.fileName(role, version));
    }

    private static StorageException failed(Path repository, IOException e) {
        return new StorageException(
                IoReason.explain("cannot publish in " + repository, e), "check its free space and permissions", e);
    }

    @Override
    public void close() throws StorageException {
        try {
            work.close();
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }
}
