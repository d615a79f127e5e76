package cco.core.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Keeps for the next run what this one has learnt, as far as the run may and must. */
@FunctionalInterface
public interface StateWriter {

    /** For a run that changes things, and that fails if it cannot. */
    StateWriter ALWAYS = (file, bytes) -> {
        DurableFiles.keep(file, bytes);
        return true;
    };

    /** For a run that only looks, where it may not change anything. */
    StateWriter NEVER = (file, bytes) -> false;

    /**
     * Keeps a file, as {@link DurableFiles#keep} does.
     *
     * @return whether it is kept; a run that can do without goes on
     */
    boolean keep(Path file, byte[] bytes) throws IOException;

    /** For a run that only looks: a full disk does not stop it; the first failure is told, and is the last try. */
    static StateWriter ifPossible(Consumer<IOException> told) {
        AtomicBoolean failed = new AtomicBoolean();
        return (file, bytes) -> {
            try {
                return !failed.get() && ALWAYS.keep(file, bytes);
            } catch (IOException e) {
                failed.set(true);
                told.accept(e);
                return false;
            }
        };
    }
}
