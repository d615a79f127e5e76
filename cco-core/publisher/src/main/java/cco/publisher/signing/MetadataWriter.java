package cco.publisher.signing;

import cco.core.disk.IoReason;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
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

/** Puts metadata in their place, one file after the other, while no other publisher is at work in the repository. */
final class MetadataWriter implements AutoCloseable {

    /** How many states of the repository clients can still finish reading after it has changed. */
    private static final int KEPT = 5;

    private final Path repository;
    private final PublishWorkspace work;

    private MetadataWriter(Path repository, PublishWorkspace work) {
        this.repository = repository;
        this.work = work;
    }

    /** Keeps other publishers away until it is closed. */
    static MetadataWriter begin(Path repository) throws StorageException, BusyException {
        try {
            return new MetadataWriter(repository, PublishWorkspace.open(repository));
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Puts a role's file in its place; what readers need to understand it is already there. */
    void put(SignedRole file) throws StorageException {
        put(file.name(), file.bytes(), "metadata/" + file.name());
    }

    /** Keeps the manifest under the name that has its digest, for clients that have read older metadata. */
    void putManifest(byte[] text) throws StorageException {
        String name =
                consistentName(ReleaseRepository.MANIFEST, TargetInfo.of(text).sha256());
        put(name, text, name);
    }

    /** Makes every target reachable under the name that has its digest; links where the file system has them. */
    void putTargets(Map<String, TargetInfo> targets) throws StorageException {
        try {
            for (Map.Entry<String, TargetInfo> target : targets.entrySet()) {
                String path = target.getKey();
                work.link(path, consistentName(path, target.getValue().sha256()));
            }
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Where a target lies as a part of one state of the repository, whatever comes later. */
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

    /** Removes what no client reads any more: old targets and snapshots, and the names that only they have. */
    void prune(VerifiedMetadata now) throws CcoException {
        try {
            pruneTargets(now.version(RoleName.TARGETS));
            prune(RoleName.TARGETS, now.version(RoleName.TARGETS) - KEPT);
            prune(RoleName.SNAPSHOT, now.version(RoleName.SNAPSHOT) - KEPT);
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Before the metadata that name them, as nothing else knows these names. */
    private void pruneTargets(long newest) throws IOException {
        Set<Path> kept = new HashSet<>();
        for (long version = newest; version > newest - KEPT && exists(version); version--) {
            kept.addAll(named(version));
        }
        for (long version = newest - KEPT; exists(version); version--) {
            for (Path copy : named(version)) {
                if (!kept.contains(copy)) {
                    Files.deleteIfExists(copy);
                }
            }
        }
    }

    /** Downwards, as there are no gaps. */
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

    /** The names with digests that one version of the targets needs. */
    private Set<Path> named(long version) throws IOException {
        Set<Path> named = new HashSet<>();
        try {
            JsonObject targets = Json.parse(Files.readAllBytes(file(RoleName.TARGETS, version)))
                    .object("signed")
                    .object("targets");
            for (String path : targets.names()) {
                TargetInfo promise = TargetInfo.read(targets.object(path));
                Path copy = repository
                        .resolve(consistentName(path, promise.sha256()))
                        .normalize();
                if (copy.startsWith(repository)) { // nobody has verified an old file's signature
                    named.add(copy);
                }
            }
        } catch (JsonException e) {
            return named; // somebody damaged an old file that nobody needs
        }
        return named;
    }

    private Path file(RoleName role, long version) {
        return VerifiedMetadata.folder(repository).resolve(SignedRole.fileName(role, version));
    }

    private static StorageException failed(Path repository, IOException e) {
        return new StorageException(
                "cannot publish in " + repository + ": " + IoReason.of(e),
                "check the folder's space and permissions",
                e);
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
