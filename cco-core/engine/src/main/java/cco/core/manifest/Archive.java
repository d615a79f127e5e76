package cco.core.manifest;

import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import java.util.List;
import java.util.Optional;

/**
 * The archive of one version for one platform. With this record alone a version can be downloaded again, even after the
 * manifest has expired or dropped the version.
 *
 * @param file the archive itself
 * @param list the list of its content ({@code *.files.json}), if the publisher provides one
 * @param deltas smaller files that lead from an older version to the same result
 */
public record Archive(RepositoryFile file, Optional<RepositoryFile> list, List<Delta> deltas) {

    /** Creates an archive with a copy of its deltas. */
    public Archive {
        deltas = List.copyOf(deltas);
    }

    /**
     * Creates an archive without deltas.
     *
     * @param file the archive itself
     * @param list the list of its content; empty if the publisher provides none
     */
    public Archive(RepositoryFile file, Optional<RepositoryFile> list) {
        this(file, list, List.of());
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
