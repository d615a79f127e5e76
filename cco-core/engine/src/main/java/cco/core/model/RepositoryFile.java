package cco.core.model;

/**
 * A file of a release repository, as its publisher describes it.
 *
 * @param path inside the repository, with slashes, such as {@code v0.3.0/cco-v0.3.0-linux-x86_64.tar.gz}
 * @param sha256 the digest of the whole file
 * @param size in bytes, at least 1
 */
public record RepositoryFile(String path, Sha256 sha256, long size) {

    /**
     * Creates a description after checking the size.
     *
     * @throws IllegalArgumentException if the size is less than 1
     */
    public RepositoryFile {
        if (size < 1) {
            throw new IllegalArgumentException("not the size of a published file: " + size);
        }
    }

    /** {@return the last part of the path} */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
