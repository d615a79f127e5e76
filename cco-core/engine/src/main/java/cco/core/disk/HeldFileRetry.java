package cco.core.disk;

import cco.core.error.CheckedRunnable;
import java.io.File;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Repeats a change of a file that another program has open for a moment.
 *
 * <p>On Windows, a virus scanner or an indexer that reads a new file keeps others from renaming it, usually for less
 * than a second. Other systems have no such conflict, so nothing is repeated there.
 */
public final class HeldFileRetry {

    /** The waits double from 10 ms to 640 ms, for 1.9 seconds in total. */
    static final List<Duration> WAITS = IntStream.of(10, 20, 40, 80, 160, 320, 640, 640)
            .mapToObj(Duration::ofMillis)
            .toList();

    private static final HeldFileRetry SYSTEM =
            new HeldFileRetry(File.separatorChar == '\\' ? WAITS : List.of(), Thread::sleep);

    /** Waits between two attempts. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration wait) throws InterruptedException;
    }

    private final List<Duration> waits;
    private final Pause pause;

    HeldFileRetry(List<Duration> waits, Pause pause) {
        this.waits = waits;
        this.pause = pause;
    }

    /** The retries that this system needs. */
    public static HeldFileRetry system() {
        return SYSTEM;
    }

    /**
     * Runs a change until it succeeds, fails for another reason, or has been repeated often enough.
     *
     * @param change a change that fails with nothing changed
     * @throws IOException the failure of the last attempt
     */
    public void run(CheckedRunnable<IOException> change) throws IOException {
        for (Duration wait : waits) {
            try {
                change.run();
                return;
            } catch (FileSystemException e) {
                if (!mayBeHeld(e)) {
                    throw e;
                }
                sleep(wait, e);
            }
        }
        change.run();
    }

    /** Windows reports a file in use as a denied access, or by an error that Java has no type for. */
    private static boolean mayBeHeld(FileSystemException failure) {
        return switch (failure) {
            case NoSuchFileException _,
                    FileAlreadyExistsException _,
                    NotDirectoryException _,
                    DirectoryNotEmptyException _,
                    AtomicMoveNotSupportedException _ -> false;
            default -> true;
        };
    }

    private void sleep(Duration wait, FileSystemException failure) throws IOException {
        try {
            pause.sleep(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interrupted = new InterruptedIOException(IoReason.explain("interrupted", failure));
            interrupted.initCause(failure);
            throw interrupted;
        }
    }
}
