package cco.publisher.signing;

import cco.core.disk.FileDigest;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/** The digests of published files. */
@FunctionalInterface
public interface FileDigests {

    /** Reads each file. */
    FileDigests READ = FileDigest::of;

    /** The digest of a file. */
    Sha256 of(Path file) throws IOException;
}
