package cco.core.fetch;

import cco.core.model.AppName;
import cco.core.model.Sha256;

/**
 * An archive as the accepted manifest describes it.
 *
 * @param app whose archive it is
 * @param name the file's name, for messages and verifiers
 * @param path where it lies in each repository
 * @param sha256 the digest of the whole file
 * @param size the exact number of bytes
 */
public record ArchiveRequest(AppName app, String name, String path, Sha256 sha256, long size) {

    public ArchiveRequest {
        if (size < 1) {
            throw new IllegalArgumentException("not an archive's size: " + size);
        }
    }
}
