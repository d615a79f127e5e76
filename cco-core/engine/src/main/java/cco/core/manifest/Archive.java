package cco.core.manifest;

import cco.core.model.Sha256;
import java.util.Optional;

/**
 * A file to download, and what it has to be.
 *
 * @param path inside the repository, {@code /}-separated, such as {@code v0.3.0/cco-v0.3.0-linux-x86_64.tar.gz}
 * @param size in bytes, at least 1
 * @param files the list of what is inside
 */
public record Archive(String path, Sha256 sha256, long size, Optional<Listed> files) {

    /**
     * The list of an archive's content ({@code *.files.json}).
     *
     * @param path inside the repository
     * @param size in bytes, at least 1
     */
    public record Listed(String path, Sha256 sha256, long size) {}
}
