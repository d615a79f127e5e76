package cco.api;

import java.io.IOException;

/** A complete release repository, such as the base address of a mirror or a folder. */
public interface Origin {

    /** {@return the name in messages, such as {@code https://mirror.example.com/cco}} */
    String name();

    /**
     * Opens one file of the repository.
     *
     * @param resource the path in the repository, and the first byte to read
     * @param transport the host's network access; a source opens no connection of its own
     * @return the content, to be closed by the caller; the host does not rely on its length or bytes
     * @throws java.nio.file.NoSuchFileException if the origin works but has no such file
     * @throws OriginException if the source can explain the failure; it may also be the cause of a
     *     NoSuchFileException
     * @throws IOException if the origin is unreachable or responds with an error
     */
    Content open(Resource resource, Transport transport) throws IOException;
}
