package cco.core.error;

/**
 * An action that may throw a checked exception.
 *
 * @param <E> the exception
 */
@FunctionalInterface
public interface CheckedRunnable<E extends Exception> {

    /**
     * Runs the action.
     *
     * @throws E if it fails
     */
    void run() throws E;
}
