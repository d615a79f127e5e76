package cco.publisher.pack;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Writes one archive, entry by entry; closing it completes the archive. Names are full, with slashes. */
interface ArchiveWriter extends Closeable {

    /** Adds a folder; the name has no slash at its end. */
    void folder(String name) throws IOException;

    /** Adds a file with this content, which must have exactly this many bytes. */
    void file(String name, boolean executable, long size, InputStream content) throws IOException;

    /** Adds a symbolic link. */
    void link(String name, String target) throws IOException;
}
