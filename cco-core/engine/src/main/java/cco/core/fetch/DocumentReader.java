package cco.core.fetch;

import cco.core.error.CcoException;
import cco.core.model.UntrustedBytes;

/**
 * Decides whether a document that an origin served is taken, and what it says.
 *
 * @param <T> the trusted reading of the document
 */
@FunctionalInterface
public interface DocumentReader<T> {

    /**
     * Reads and judges the document.
     *
     * @throws cco.core.error.SourceException if it is malformed; the next origin is asked
     * @throws cco.core.error.VerificationException if it is refused; the next origin is asked
     * @throws CcoException of another kind if no origin could help
     */
    T admit(UntrustedBytes document) throws CcoException;
}
