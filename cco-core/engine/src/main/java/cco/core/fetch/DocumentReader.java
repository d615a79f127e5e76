package cco.core.fetch;

import cco.core.error.CcoException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Checks and parses an untrusted document.
 *
 * @param <T> the trusted result
 */
@FunctionalInterface
public interface DocumentReader<T> {

    /**
     * Checks and parses the document.
     *
     * @throws cco.core.error.SourceException if it is malformed; the next origin follows
     * @throws cco.core.error.VerificationException if it is refused; the next origin follows
     * @throws CcoException of another kind if no other origin can help
     */
    T read(UntrustedBytes document) throws CcoException;

    /**
     * The result for a document with this digest and length, if an earlier reading still holds. Then the document is
     * neither verified nor read.
     *
     * @param digest computed only for readers that ask for it
     */
    default Optional<T> known(Supplier<Sha256> digest, long length) {
        return Optional.empty();
    }
}
