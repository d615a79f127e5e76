package cco.core.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Writes state for the next run, as far as this run may and must. */
@FunctionalInterface
public interface StateWriter {

    /** Writes always; a failure ends the run. */
    StateWriter ALWAYS = (file, bytes) -> {
        DurableFiles.writeIfChanged(file, bytes);
        return true;
    };

    /** Writes nothing, for a run that may not change anything. */
    StateWriter NEVER = (file, bytes) -> false;

    /**
     * Writes a file as {@link DurableFiles#writeIfChanged} does.
     *
     * @return whether the file has these bytes now
     */
    boolean write(Path file, byte[] bytes) throws IOException;

    /** Writes until the first failure, which it reports once: a full disk does not stop a mere check. */
    static StateWriter ifPossible(Consumer<IOException> onFailure) {
        AtomicBoolean failed = new AtomicBoolean();
        return (file, bytes) -> {
            try {
                return !failed.get() && ALWAYS.write(file, bytes);
            } catch (IOException e) {
                failed.set(true);
                onFailure.accept(e);
                return false;
            }
        };
    }
}
