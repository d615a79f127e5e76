package cco.core.metadata;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import java.util.Optional;

/** A repository with metadata, or a mirror of it. */
@FunctionalInterface
public interface MetadataSource {

    /**
     * Reads one file.
     *
     * @param request the file name, to be appended to the metadata's URL without change, and the limit in bytes
     * @return the file with a name for messages, or nothing if the repository answers that it does not have the file
     * @throws CcoException if the repository cannot be reached, is too slow, or sends more than the limit
     */
    Optional<UntrustedBytes> fetch(MetadataRequest request) throws CcoException;

    /**
     * Reads a file that must exist.
     *
     * @throws CcoException also if the repository answers that it does not have the file
     */
    default UntrustedBytes fetchRequired(MetadataRequest request) throws CcoException {
        return fetch(request)
                .orElseThrow(() -> new SourceException(
                        "the repository has no " + request.file() + ", without which nothing in it can be trusted",
                        "if the source is a mirror, it may be incomplete: try another; otherwise tell the publisher"));
    }

    /** The name of a file of this source in messages. */
    default String describe(MetadataRequest request) {
        return request.file();
    }
}
