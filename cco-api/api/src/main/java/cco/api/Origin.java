package cco.api;

import java.io.IOException;

/** One complete release repository: a mirror's base address or a directory. */
public interface Origin {

    /** What the user is told when this origin is used or fails, such as {@code https://mirror.example.com/cco}. */
    String name();

    /**
     * Opens one file of the repository.
     *
     * @param resource the file's path inside the repository, and where to begin
     * @param transport the host's way to the network; a source opens no connection of its own
     * @return the bytes, to be closed by the caller; they may be fewer, more or others than were asked for
     * @throws java.nio.file.NoSuchFileException if the origin is well but has no such file
     * @throws OriginException if it fails for a reason that the source can explain; it may also be the cause of a
     *     NoSuchFileException
     * @throws IOException if the origin cannot be reached or answers with an error
     */
    Content open(Resource resource, Transport transport) throws IOException;
}
