package cco.installer.windows;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The moves of Windows that the installer relies on. Each fails with nothing changed, for example because another
 * program has a file open.
 */
interface FileMoves {

    /** Renames a file in one step, durably, and replaces a file of that name. */
    void replace(Path from, Path to) throws IOException;

    /**
     * Renames a file in one step, durably.
     *
     * @throws java.nio.file.FileAlreadyExistsException if a file of that name exists
     */
    void move(Path from, Path to) throws IOException;

    /**
     * Lets Windows delete a file at its next start, before any program has opened it.
     *
     * @throws IOException if the user may not decide that
     */
    void deleteAtRestart(Path file) throws IOException;
}
