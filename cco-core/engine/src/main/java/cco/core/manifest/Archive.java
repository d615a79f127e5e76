package cco.core.manifest;

import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The archive of one version for one platform. With this record alone a version can be downloaded again, even after the
 * manifest has expired or dropped the version.
 *
 * @param file the archive itself
 * @param list the list of its content ({@code *.files.json}), if the publisher provides one
 * @param deltas smaller files that lead from an older version to the same result
 * @param alternates the same files, packed in another format that this client knows
 */
public record Archive(
        RepositoryFile file, Optional<RepositoryFile> list, List<Delta> deltas, List<RepositoryFile> alternates) {

    /** Creates an archive with copies of the lists. */
    public Archive {
        deltas = List.copyOf(deltas);
        alternates = List.copyOf(alternates);
    }

    /**
     * Creates an archive without deltas and alternates.
     *
     * @param file the archive itself
     * @param list the list of its content; empty if the publisher provides none
     */
    public Archive(RepositoryFile file, Optional<RepositoryFile> list) {
        this(file, list, List.of(), List.of());
    }

    /**
     * Returns every file that belongs to the archive.
     *
     * @return the archive, its list, deltas and alternates
     */
    public Stream<RepositoryFile> everyFile() {
        return Stream.of(Stream.of(file), list.stream(), deltas.stream().map(Delta::file), alternates.stream())
                .flatMap(files -> files);
    }

    /**
     * Returns the alternate that saves most.
     *
     * @return the smallest; empty if none is smaller than the archive
     */
    public Optional<RepositoryFile> smallerAlternate() {
        return alternates.stream()
                .min(Comparator.comparingLong(RepositoryFile::size))
                .filter(alternate -> alternate.size() < file.size());
    }

    /**
     * Returns the size of the file that a client downloads first: a delta, an alternate or the archive.
     *
     * @param installed the installed version, if any
     * @return the smallest of their sizes, in bytes
     */
    public long downloadSize(Optional<Version> installed) {
        long unpatched = smallerAlternate().orElse(file).size();
        return installed
                .flatMap(this::deltaFrom)
                .map(delta -> Math.min(delta.file().size(), unpatched))
                .orElse(unpatched);
    }

    /**
     * Returns the delta from a version.
     *
     * @param version the installed version
     * @return the first delta from it; empty if only the archive leads from there
     */
    public Optional<Delta> deltaFrom(Version version) {
        return deltas.stream().filter(delta -> delta.from().equals(version)).findFirst();
    }
}
