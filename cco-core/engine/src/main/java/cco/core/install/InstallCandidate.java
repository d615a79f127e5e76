package cco.core.install;

import cco.core.disk.PendingSync;
import cco.core.manifest.Archive;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A version that is ready to be installed.
 *
 * @param sync must end before the version is installed
 */
record InstallCandidate(
        Version version,
        Path directory,
        PendingSync sync,
        Programs programs,
        Optional<List<String>> smokeArguments,
        List<FileEntry> files,
        Optional<Archive> archive) {

    static InstallCandidate of(ProvenVersion proven, Archive archive) {
        return new InstallCandidate(
                proven.version(),
                proven.directory(),
                proven.sync(),
                proven.programs(),
                Optional.of(proven.smokeArguments()),
                proven.files(),
                Optional.of(archive));
    }
}
