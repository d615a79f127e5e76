package cco.publisher.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Writes an archive entry by entry; close() completes it. Names are full paths with slashes. */
public interface ArchiveWriter extends Closeable {

    /** Adds a folder; its name has no trailing slash. */
    void folder(String name) throws IOException;

    /** Adds a file; the content must have exactly this size. */
    void file(String name, boolean executable, long size, InputStream content) throws IOException;

    /** Adds a symbolic link. */
    void link(String name, String target) throws IOException;
}
