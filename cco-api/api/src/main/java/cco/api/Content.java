package cco.api;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The answer to a {@link Resource}: a stream and what the origin says of it. All of it is hearsay until verified.
 *
 * @param stream the bytes from {@code offset} on
 * @param offset where the stream really begins: the requested offset, or 0 if the origin cannot or will not resume
 * @param length how many bytes the origin says will come, if it says so
 * @param validator a strong tag of this state of the file, for resuming later
 */
public record Content(InputStream stream, long offset, OptionalLong length, Optional<String> validator)
        implements AutoCloseable {

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
