package cco.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;

/** What a file's mode says, whatever the file system that it lies on permits. */
public final class FileModes {

    private FileModes() {}

    /**
     * Whether the owner may run it. {@link Files#isExecutable} also says no on a file system that is mounted noexec,
     * and the file would be blamed for that. Where there are no modes, as on Windows, it is all there is to ask.
     */
    public static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return modes == null
                ? Files.isExecutable(file)
                : modes.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }
}
