package cco.core.publish;

import cco.core.disk.IoReason;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import cco.core.release.ReleaseRepository;
import cco.core.release.Workspace;
import cco.core.trust.RoleName;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Puts metadata in their place, one file after the other, while no other publisher is at work in the repository. */
final class Publication implements AutoCloseable {

    /** How many states of the repository clients can still finish reading after it has changed. */
    private static final int KEPT = 5;

    private final Path repository;
    private final Workspace work;

    private Publication(Path repository, Workspace work) {
        this.repository = repository;
        this.work = work;
    }

    /** Keeps other publishers away until it is closed. */
    static Publication begin(Path repository) throws InstallException, BusyException {
        try {
            return new Publication(repository, Workspace.open(repository));
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Puts a role's file in its place; what readers need to understand it is already there. */
    void put(RoleFile file) throws InstallException {
        put(file.name(), file.bytes(), "metadata/" + file.name());
    }

    /** Keeps the manifest under the name that has its digest, for clients that have read older metadata. */
    void putManifest(byte[] text) throws InstallException {
        String name = manifestName(Promise.of(text).sha256());
        put(name, text, name);
    }

    static String manifestName(Sha256 sha256) {
        return sha256 + "." + ReleaseRepository.MANIFEST;
    }

    private void put(String name, byte[] bytes, String path) throws InstallException {
        try {
            work.write(name, bytes);
            work.publish(name, path);
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }

    /** Removes what no client reads any more: old targets and snapshots, and the manifests that only they name. */
    void prune(Published now) throws CcoException {
        try {
            prune(RoleName.TARGETS, now.version(RoleName.TARGETS) - KEPT);
            prune(RoleName.SNAPSHOT, now.version(RoleName.SNAPSHOT) - KEPT);
            Set<String> named = named(now.version(RoleName.TARGETS));
            try (DirectoryStream<Path> copies =
                    Files.newDirectoryStream(repository, "?*." + ReleaseRepository.MANIFEST)) {
                for (Path copy : copies) {
                    if (!named.contains(copy.getFileName().toString())) {
                        Files.delete(copy);
                    }
                }
            }
        } catch (IOException e) {
            throw failed(repository, e);
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

    private Set<String> named(long newest) throws IOException {
        Set<String> named = new HashSet<>();
        for (long version = newest; version > 0 && Files.exists(file(RoleName.TARGETS, version)); version--) {
            try {
                Optional<JsonObject> manifest = Json.parse(Files.readAllBytes(file(RoleName.TARGETS, version)))
                        .object("signed")
                        .object("targets")
                        .optionalObject(ReleaseRepository.MANIFEST);
                if (manifest.isPresent()) {
                    named.add(manifestName(Promise.read(manifest.get()).sha256()));
                }
            } catch (JsonException e) {
                break; // somebody damaged an old file that nobody needs
            }
        }
        return named;
    }

    private Path file(RoleName role, long version) {
        return Published.folder(repository).resolve(RoleFile.fileName(role, version));
    }

    private static InstallException failed(Path repository, IOException e) {
        return new InstallException(
                "cannot publish in " + repository + ": " + IoReason.of(e),
                "check the folder's space and permissions",
                e);
    }

    @Override
    public void close() throws InstallException {
        try {
            work.close();
        } catch (IOException e) {
            throw failed(repository, e);
        }
    }
}
