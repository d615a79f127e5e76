package cco.core.archive;

import java.io.IOException;
import java.io.OutputStream;

/** Where an archive is unpacked to. The calls come in the order of the archive, but links after everything else. */
interface UnpackTarget {

    /** Keeps nothing: for looking through an archive. */
    UnpackTarget NOWHERE = new UnpackTarget() {
        @Override
        public void folder(EntryPath path) {}

        @Override
        public OutputStream file(EntryPath path) {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void written(EntryPath path, boolean executable) {}

        @Override
        public void link(EntryPath path, String target) {}

        @Override
        public void finish() {}
    };

    /** Makes a folder, and those around it, unless they are there. */
    void folder(EntryPath path) throws IOException;

    /** Makes a new file, and the folders around it. */
    OutputStream file(EntryPath path) throws IOException;

    /** The file's content is complete, and closed. */
    void written(EntryPath path, boolean executable) throws IOException;

    /** Makes a symbolic link whose target was found to be inside. */
    void link(EntryPath path, String target) throws IOException;

    /** Everything is there. */
    void finish() throws IOException;
}
