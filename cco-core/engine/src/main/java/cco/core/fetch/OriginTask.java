package cco.core.fetch;

import cco.core.error.CcoException;

/** A conversation with one origin, of which the next file to ask for may depend on the one before. */
@FunctionalInterface
public interface OriginTask<T> {

    /**
     * Asks for files and judges them.
     *
     * @throws CcoException if this origin does not serve what is needed; the next one is asked then
     */
    T with(OriginFiles files) throws CcoException;
}
