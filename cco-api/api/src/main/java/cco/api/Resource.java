package cco.api;

import java.util.Objects;
import java.util.Optional;

/**
 * A request for one file of a repository.
 *
 * @param path relative, {@code /}-separated, without empty, {@code .} or {@code ..} segments
 * @param offset the first byte wanted; more than 0 when an interrupted download goes on
 * @param validator the {@link Content#validator()} of the earlier bytes: the origin begins at 0 if the file has changed
 *     since
 */
public record Resource(String path, long offset, Optional<String> validator) {

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

    /** The whole file. */
    public static Resource whole(String path) {
        return new Resource(path, 0, Optional.empty());
    }
}
