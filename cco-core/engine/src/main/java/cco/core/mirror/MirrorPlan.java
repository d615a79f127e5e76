package cco.core.mirror;

import cco.core.error.CcoException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.core.session.AcceptedManifest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files of a mirror.
 *
 * @param accepted the manifest that names them
 * @param files archives, file lists, deltas and checksums, which must be complete before a document names them
 * @param seconds the second names of those files, by path
 * @param documents the manifest and the metadata by path, in the order in which to write them
 */
record MirrorPlan(
        AcceptedManifest accepted,
        List<RepositoryFile> files,
        Map<String, String> seconds,
        SequencedMap<String, byte[]> documents) {

    /** The suffixes of detached signatures that clients may require beside an archive. */
    private static final List<String> SIGNATURES = List.of(".asc", ".sig", ".minisig");

    static MirrorPlan of(AcceptedManifest accepted, SequencedMap<String, byte[]> documents) throws CcoException {
        Manifest manifest = accepted.manifest().manifest();
        List<RepositoryFile> files = new ArrayList<>();
        for (Map.Entry<Version, Release> release : manifest.versions().entrySet()) {
            for (Archive archive : release.getValue().platforms().values()) {
                archive.everyFile().forEach(files::add);
            }
            accepted.signed("checksums/v" + release.getKey() + ".sha256").ifPresent(files::add);
        }
        Map<String, String> seconds = new LinkedHashMap<>();
        for (RepositoryFile file : files) {
            accepted.secondName(file.path()).ifPresent(second -> seconds.put(file.path(), second));
        }
        return new MirrorPlan(accepted, files, seconds, documents);
    }

    Optional<String> second(RepositoryFile file) {
        return Optional.ofNullable(seconds.get(file.path()));
    }

    /** The paths where a file's detached signatures may be. */
    static List<String> signatures(String path) {
        return SIGNATURES.stream().map(suffix -> path + suffix).toList();
    }

    /** The paths of everything that the copy may write. */
    Set<String> paths() {
        Set<String> paths = new TreeSet<>(documents.keySet());
        paths.addAll(seconds.values());
        for (RepositoryFile file : files) {
            paths.add(file.path());
            paths.addAll(signatures(file.path()));
        }
        return paths;
    }
}
