package cco.core.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

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

    /** Lets everybody run a file who may read it; nothing where there are no modes. */
    public static void makeExecutable(Path file) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (modes != null) {
            Set<PosixFilePermission> permissions = modes.readAttributes().permissions();
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            if (permissions.contains(PosixFilePermission.GROUP_READ)) {
                permissions.add(PosixFilePermission.GROUP_EXECUTE);
            }
            if (permissions.contains(PosixFilePermission.OTHERS_READ)) {
                permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            }
            modes.setPermissions(permissions);
        }
    }
}
