package cco.api;

import java.util.Objects;
import java.util.Optional;

/**
 * A request for one file of a repository.
 *
 * @param path the relative path, with slashes and without empty, {@code .} or {@code ..} segments
 * @param offset the first byte to read; more than 0 to resume a download
 * @param validator the {@link Content#validator()} of the earlier bytes; the origin starts at 0 if the file has changed
 */
public record Resource(String path, long offset, Optional<String> validator) {

    /**
     * Checks the path and the offset.
     *
     * @throws IllegalArgumentException if the path is not relative and normalized, or the offset is negative
     */
    public Resource {
        Objects.requireNonNull(validator);
        for (String segment : path.split("/", -1)) {
            if (segment.isEmpty() || segment.equals(".") || segment.equals("..") || segment.indexOf('\\') >= 0) {
                throw new IllegalArgumentException("not a repository path: " + path);
            }
        }
        if (offset < 0) {
            throw new IllegalArgumentException("negative offset: " + offset);
        }
    }

    /**
     * Creates a request for a whole file.
     *
     * @param path the path in the repository
     * @return the request
     */
    public static Resource whole(String path) {
        return new Resource(path, 0, Optional.empty());
    }
}
