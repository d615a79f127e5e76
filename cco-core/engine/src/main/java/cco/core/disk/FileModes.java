package cco.core.disk;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** Reads and sets file modes, independently of mount options. */
public final class FileModes {

    private static final FileAttribute<?>[] NONE = {};

    private FileModes() {}

    /** The attributes of a new file with a mode such as {@code rw-r--r--}, less the umask; none on Windows. */
    static FileAttribute<?>[] attributes(String mode) {
        return File.separatorChar == '\\'
                ? NONE
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }

    /** Whether group or others may read a file; false where there are no modes. */
    public static boolean isShared(Path file) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return modes != null
                && (modes.readAttributes().permissions().contains(PosixFilePermission.GROUP_READ)
                        || modes.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ));
    }

    /**
     * Whether the owner may run a file, even on a noexec file system, where {@link Files#isExecutable} says no. Without
     * modes, as on Windows, {@link Files#isExecutable} decides.
     */
    public static boolean isExecutable(Path file) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return modes == null
                ? Files.isExecutable(file)
                : modes.readAttributes().permissions().contains(PosixFilePermission.OWNER_EXECUTE);
    }

    /** Takes the right to write from everyone. Does nothing without modes: Windows could not delete the file then. */
    public static void makeReadOnly(Path file) throws IOException {
        PosixFileAttributeView modes = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (modes != null) {
            Set<PosixFilePermission> permissions = modes.readAttributes().permissions();
            permissions.removeAll(Set.of(
                    PosixFilePermission.OWNER_WRITE,
                    PosixFilePermission.GROUP_WRITE,
                    PosixFilePermission.OTHERS_WRITE));
            modes.setPermissions(permissions);
        }
    }

    /** Lets every reader of a file run it; does nothing without modes. */
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
