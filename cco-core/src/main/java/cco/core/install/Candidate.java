package cco.core.install;

import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import cco.core.stage.StagedFile;
import java.nio.file.Path;
import java.util.List;

/** The part of a proven version that installing it needs. */
record Candidate(Version version, Path directory, String executable, List<StagedFile> files) {

    static Candidate of(ProvenVersion proven) {
        return new Candidate(proven.version(), proven.directory(), proven.executable(), proven.files());
    }
}
