package cco.core.model;

import java.util.Objects;

/**
 * A whole document as a source served it: nothing is known of it but its size, which the host has bounded.
 *
 * @param name where it came from, for messages, such as {@code https://mirror.example.com/cco/version-manifest.json}
 * @param bytes the document; the caller leaves the array alone from now on, so that what is verified is what is parsed
 */
public record UntrustedBytes(String name, byte[] bytes) {

    public UntrustedBytes {
        Objects.requireNonNull(name);
        Objects.requireNonNull(bytes);
    }
}
