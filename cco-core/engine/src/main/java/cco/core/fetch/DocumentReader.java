package cco.core.fetch;

import cco.core.error.CcoException;
import cco.core.model.UntrustedBytes;

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
}
