package cco.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The untrusted response to a {@link Resource}.
 *
 * @param stream the bytes from {@code offset} on
 * @param offset the position at which the stream starts: the requested offset, or 0 if the origin does not resume
 * @param length the number of bytes to follow, if the origin announces it
 * @param validator a strong tag for this state of the file, to resume later
 */
public record Content(InputStream stream, long offset, OptionalLong length, Optional<String> validator)
        implements AutoCloseable {

    /** Checks that no component is null. */
    public Content {
        Objects.requireNonNull(stream);
        Objects.requireNonNull(length);
        Objects.requireNonNull(validator);
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
