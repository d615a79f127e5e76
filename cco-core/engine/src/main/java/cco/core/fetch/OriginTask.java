package cco.core.fetch;

import cco.core.error.CcoException;

/**
 * Reads several files of one origin, where one may name the next.
 *
 * @param <T> the trusted result
 */
@FunctionalInterface
public interface OriginTask<T> {

    /**
     * Reads and checks the files.
     *
     * @throws CcoException if this origin does not serve them; the next origin follows
     */
    T with(OriginFiles files) throws CcoException;
}
