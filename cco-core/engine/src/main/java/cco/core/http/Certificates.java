package cco.core.http;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Trusted certificates besides those of Java.
 *
 * @param caFile a company's certificates, as PEM
 * @param systemFile a PEM file that replaces the operating system's store
 * @param osName the operating system, whose store comes last
 */
public record Certificates(Optional<Path> caFile, Optional<Path> systemFile, String osName) {

    /** The certificates of Java and of this operating system. */
    public static Certificates ofSystem(String osName) {
        return new Certificates(Optional.empty(), Optional.empty(), osName);
    }
}
