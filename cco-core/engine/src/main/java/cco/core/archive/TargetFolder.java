package cco.core.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Unpacks into a new folder. It never opens an existing file, and creates links last.
 *
 * <p>Folders get mode 0755 and files 0444 or 0555, independently of the archive and the umask. Modes are set at once,
 * because a change after the sync may be lost in a power cut.
 */
final class TargetFolder implements UnpackTarget {

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private final Path root;
    private final boolean posix;
    private final boolean restricted;
    private final Set<EntryPath> folders = new HashSet<>();

    /** The modes of unpacked entries. */
    private enum Mode {
        FOLDER("rwxr-xr-x"),
        FILE("r--r--r--"),
        PROGRAM("r-xr-xr-x");

        private final Set<PosixFilePermission> permissions;
        private final FileAttribute<?>[] attributes;

        Mode(String text) {
            permissions = PosixFilePermissions.fromString(text);
            attributes = new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)};
        }
    }

    /** Creates the folder, whose parent exists. */
    TargetFolder(Path root) throws IOException {
        this.root = root;
        PosixFileAttributeView modes = Files.getFileAttributeView(root, PosixFileAttributeView.class);
        this.posix = modes != null;
        Files.createDirectory(root);
        // What the umask or an inherited access list denies here, it denies in the whole folder.
        this.restricted = posix && !modes.readAttributes().permissions().containsAll(Mode.FOLDER.permissions);
        if (posix) {
            modes.setPermissions(Mode.FOLDER.permissions);
        }
        folders.add(EntryPath.ROOT);
    }

    @Override
    public void folder(EntryPath path) throws IOException {
        if (folders.contains(path)) {
            return;
        }
        folder(path.parent());
        Path folder = path.in(root);
        Files.createDirectory(folder, attributes(Mode.FOLDER));
        allow(folder, Mode.FOLDER);
        folders.add(path);
    }

    @Override
    public OutputStream file(EntryPath path, boolean executable) throws IOException {
        folder(path.parent());
        Path file = path.in(root);
        Mode mode = executable ? Mode.PROGRAM : Mode.FILE;
        OutputStream content = Channels.newOutputStream(Files.newByteChannel(file, NEW, attributes(mode)));
        allow(file, mode);
        return content;
    }

    /** Makes a file of another version also a file of this folder. */
    void share(EntryPath path, Path existing, boolean executable) throws IOException {
        folder(path.parent());
        try {
            Files.createLink(path.in(root), existing);
        } catch (IOException | UnsupportedOperationException e) {
            try (InputStream in = Files.newInputStream(existing);
                    OutputStream out = file(path, executable)) {
                in.transferTo(out);
            }
        }
    }

    @Override
    public void link(EntryPath path, String target) throws IOException {
        folder(path.parent());
        Files.createSymbolicLink(path.in(root), Path.of(target));
    }

    private FileAttribute<?>[] attributes(Mode mode) {
        return posix ? mode.attributes : new FileAttribute<?>[0];
    }

    private void allow(Path path, Mode mode) throws IOException {
        if (restricted) {
            Files.setPosixFilePermissions(path, mode.permissions);
        }
    }
}
