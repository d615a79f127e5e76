package cco.core.archive;

import java.io.IOException;
import java.io.OutputStream;

/** The target of unpacking. Calls follow the order of the archive, except that links come last. */
interface UnpackTarget {

    /** Discards everything, to inspect an archive. */
    UnpackTarget NOWHERE = new UnpackTarget() {
        @Override
        public void folder(EntryPath path) {}

        @Override
        public OutputStream file(EntryPath path, boolean executable) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void link(EntryPath path, String target) {}
    };

    /** Creates a folder and its missing parents. */
    void folder(EntryPath path) throws IOException;

    /** Creates a new file and its missing parent folders. */
    OutputStream file(EntryPath path, boolean executable) throws IOException;

    /** Creates a symbolic link with a checked target. */
    void link(EntryPath path, String target) throws IOException;
}
