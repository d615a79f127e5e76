package cco.core.install;

import cco.core.manifest.Archive;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A version that is ready to be installed. */
record InstallCandidate(
        Version version,
        Path directory,
        Programs programs,
        Optional<List<String>> smokeArguments,
        List<FileEntry> files,
        Optional<Archive> archive) {

    static InstallCandidate of(ProvenVersion proven, Archive archive) {
        return new InstallCandidate(
                proven.version(),
                proven.directory(),
                proven.programs(),
                Optional.of(proven.smokeArguments()),
                proven.files(),
                Optional.of(archive));
    }
}
