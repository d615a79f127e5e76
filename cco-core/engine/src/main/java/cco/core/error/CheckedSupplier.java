package cco.core.error;

/**
 * A supplier that may throw a checked exception.
 *
 * @param <T> the type of the result
 * @param <E> the exception
 */
@FunctionalInterface
public interface CheckedSupplier<T, E extends Exception> {

    /**
     * {@return the result}
     *
     * @throws E if it fails
     */
    T get() throws E;
}
