package cco.core.model;

import java.util.Objects;

/**
 * A document from a source, unverified except for a size limit.
 *
 * @param name the origin, for messages, such as {@code https://mirror.example.com/cco/version-manifest.json}
 * @param bytes the document; the caller must not change the array, so that the verified bytes are the parsed ones
 */
public record UntrustedBytes(String name, byte[] bytes) {

    /** Creates a document without copying its bytes. */
    public UntrustedBytes {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bytes);
    }
}
