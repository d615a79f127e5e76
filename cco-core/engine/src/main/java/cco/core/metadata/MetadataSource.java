package cco.core.metadata;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import java.util.Optional;

/** Where metadata comes from: one repository, or a mirror of it. */
@FunctionalInterface
public interface MetadataSource {

    /**
     * Reads one file.
     *
     * @param request its name, to be appended to the metadata's address as it is, and the most bytes that may be read
     * @return the file, named for messages; nothing if the repository answers that it has no such file
     * @throws CcoException if it cannot be reached, is too slow, or sends more
     */
    Optional<UntrustedBytes> fetch(MetadataRequest request) throws CcoException;

    /**
     * Reads a file that has to be there: nothing is ever believed because its proof is missing.
     *
     * @throws CcoException also if the repository answers that it has no such file
     */
    default UntrustedBytes fetchRequired(MetadataRequest request) throws CcoException {
        return fetch(request)
                .orElseThrow(() -> new SourceException(
                        "the repository has no " + request.file() + ", without which nothing in it can be trusted",
                        "if the source is a mirror, it may be incomplete: try another; otherwise tell the publisher"));
    }
}
