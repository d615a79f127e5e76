package cco.core.delta;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** The folder that a delta fills. It refuses paths that lead out of it; paths use {@code /}. */
public interface DeltaTarget {

    /** Creates an empty folder. */
    void folder(String path) throws IOException, DeltaException;

    /** Creates a file, and the folders around it; {@link #written} follows when the stream is closed. */
    OutputStream file(String path) throws IOException, DeltaException;

    /** Completes a file whose stream is closed. */
    void written(String path, boolean executable) throws IOException;

    /** Makes a file of the old version also a file of the new one: a link, or a copy where links are not possible. */
    void share(String path, Path existing, boolean executable) throws IOException, DeltaException;

    /** Creates a symbolic link; these come after everything else. */
    void link(String path, String target) throws IOException, DeltaException;
}
