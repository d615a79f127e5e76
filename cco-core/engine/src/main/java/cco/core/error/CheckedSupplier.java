package cco.core.error;

/**
 * A supplier that may fail.
 *
 * @param <T> the type of the result
 * @param <E> the type of the failure
 */
@FunctionalInterface
public interface CheckedSupplier<T, E extends Exception> {

    /** Returns the result, or fails. */
    T get() throws E;
}
