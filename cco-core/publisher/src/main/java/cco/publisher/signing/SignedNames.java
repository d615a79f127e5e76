package cco.publisher.signing;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The names with digests that the kept targets metadata of a repository lists. */
public final class SignedNames {

    private SignedNames() {}

    /**
     * Reads the names of all states that clients can still read.
     *
     * @return paths in the repository; empty if it has no metadata
     * @throws StorageException if the metadata cannot be read
     */
    public static Set<String> of(Path repository) throws StorageException {
        Path folder = VerifiedMetadata.folder(repository);
        Set<String> names = new TreeSet<>();
        if (!Files.exists(folder)) {
            return names;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".targets.json"))
                    .toList()) {
                names.addAll(listed(file));
            }
            return names;
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot read " + folder, e), "check its permissions", e);
        }
    }

    /**
     * The files of the manifest that are not signed: archives, file lists and deltas, and the manifest itself.
     *
     * @return paths in the repository, in order
     * @throws CcoException if the manifest or the metadata cannot be read
     */
    public static List<String> unsigned(Path repository) throws CcoException {
        Set<String> signed = of(repository);
        ManifestFiles manifest =
                ManifestFiles.read(repository, RepositoryStatus.of(repository).app());
        SortedMap<String, TargetInfo> files = new TreeMap<>(manifest.files());
        files.put(ReleaseRepository.MANIFEST, TargetInfo.of(manifest.text()));
        return files.entrySet().stream()
                .filter(file -> !signed.contains(MetadataWriter.consistentName(
                        file.getKey(), file.getValue().sha256())))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The names that one file lists; a damaged old file, which is not verified here, lists none. */
    static Set<String> listed(Path targetsFile) throws IOException {
        Set<String> names = new TreeSet<>();
        try {
            JsonObject targets =
                    Json.parse(Files.readAllBytes(targetsFile)).object("signed").object("targets");
            for (String path : targets.names()) {
                names.add(MetadataWriter.consistentName(
                        path, TargetInfo.read(targets.object(path)).sha256()));
            }
        } catch (JsonException e) {
            return names;
        }
        return names;
    }
}
