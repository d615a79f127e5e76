package cco.core.archive;

import cco.core.disk.DurableFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;

/**
 * Unpacks into a new folder. It never opens an existing file, and creates links last.
 *
 * <p>Folders get mode 0755 and files 0444 or 0555, independently of the archive and the umask. Modes are set before the
 * sync, because a later change may be lost in a power cut.
 */
final class TargetFolder implements UnpackTarget {

    private final Path root;
    private final boolean posix;
    private final Set<EntryPath> folders = new HashSet<>();

    /** Creates the folder, whose parent exists. */
    TargetFolder(Path root) throws IOException {
        this.root = root;
        Files.createDirectory(root);
        this.posix = Files.getFileAttributeView(root, PosixFileAttributeView.class) != null;
        setMode(root, "rwxr-xr-x");
        folders.add(EntryPath.ROOT);
    }

    @Override
    public void folder(EntryPath path) throws IOException {
        if (folders.contains(path)) {
            return;
        }
        folder(path.parent());
        Files.createDirectory(path.in(root));
        setMode(path.in(root), "rwxr-xr-x");
        folders.add(path);
    }

    @Override
    public OutputStream file(EntryPath path) throws IOException {
        folder(path.parent());
        return Files.newOutputStream(path.in(root), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    }

    @Override
    public void written(EntryPath path, boolean executable) throws IOException {
        setMode(path.in(root), executable ? "r-xr-xr-x" : "r--r--r--");
        DurableFiles.syncFile(path.in(root));
    }

    /** Makes a file of another version also a file of this folder. */
    void share(EntryPath path, Path existing, boolean executable) throws IOException {
        folder(path.parent());
        try {
            Files.createLink(path.in(root), existing);
        } catch (IOException | UnsupportedOperationException e) {
            try (InputStream in = Files.newInputStream(existing);
                    OutputStream out = file(path)) {
                in.transferTo(out);
            }
            written(path, executable);
        }
    }

    @Override
    public void link(EntryPath path, String target) throws IOException {
        folder(path.parent());
        Files.createSymbolicLink(path.in(root), Path.of(target));
    }

    @Override
    public void finish() throws IOException {
        Iterable<EntryPath> bottomUp = folders.stream()
                .sorted((a, b) -> b.segments().size() - a.segments().size())
                .toList();
        for (EntryPath folder : bottomUp) {
            DurableFiles.syncDirectory(folder.in(root));
        }
        DurableFiles.syncDirectory(root.toAbsolutePath().getParent());
    }

    private void setMode(Path path, String mode) throws IOException {
        if (posix) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
        }
    }
}
