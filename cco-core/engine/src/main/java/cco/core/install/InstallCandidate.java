package cco.core.install;

import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import cco.core.stage.StagedFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The part of a proven version that installing it needs. */
record Candidate(
        Version version, Path directory, String executable, List<StagedFile> files, Optional<Download> download) {

    static Candidate of(ProvenVersion proven, Download download) {
        return new Candidate(
                proven.version(), proven.directory(), proven.executable(), proven.files(), Optional.of(download));
    }
}
