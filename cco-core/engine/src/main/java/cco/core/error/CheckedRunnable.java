package cco.core.error;

/**
 * An action that may fail.
 *
 * @param <E> the type of the failure
 */
@FunctionalInterface
public interface CheckedRunnable<E extends Exception> {

    /** Does the work, or fails. */
    void run() throws E;
}
