package cco.core.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whose certificates a server may have, besides those that Java comes with.
 *
 * @param caFile a company's own, as PEM
 * @param systemFile a PEM file in the place of the operating system's store
 * @param osName the operating system, whose store is asked last
 */
public record Certificates(Optional<Path> caFile, Optional<Path> systemFile, String osName) {

    /** Java's own, and this operating system's. */
    public static Certificates ofSystem(String osName) {
        return new Certificates(Optional.empty(), Optional.empty(), osName);
    }
}
