package cco.core.install;

import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The real file system, seen by a process that is killed just before its n-th change: from then on every change fails
 * with a {@link Crash}, so that no {@code catch} and no {@code finally} can do what a dead process could not. Nothing
 * is synced: this is about the order of the changes, not about a power cut.
 */
final class CrashFileSystem extends FileSystem {

    private final FileSystem real = FileSystems.getDefault();
    private final CrashProvider provider = new CrashProvider(this);
    private final int fatal;
    private final Mounts mounts;
    private final Set<Path> running = new HashSet<>();
    private int changes;

    /** @param fatal the number of the change that does not happen, from 1 */
    CrashFileSystem(int fatal, Mounts mounts) {
        this.fatal = fatal;
        this.mounts = mounts;
    }

    /** Which renames fail because they would cross file systems. */
    enum Mounts {
        /** None. */
        ONE_DISK,
        /** Those of an installed version, as of a folder in a lower layer of an overlay. */
        OVERLAY,
        /** Those into and out of the folder of the versions, as if it were a link to another disk. */
        VERSIONS_ON_OTHER_DISK;

        boolean forbid(Path from, Path to) {
            return switch (this) {
                case ONE_DISK -> false;
                case OVERLAY -> Files.isDirectory(from) && from.getParent().endsWith("versions");
                case VERSIONS_ON_OTHER_DISK -> isBelowVersions(from) != isBelowVersions(to);
            };
        }

        private static boolean isBelowVersions(Path path) {
            for (Path parent = path.getParent(); parent != null; parent = parent.getParent()) {
                if (parent.endsWith("versions")) {
                    return true;
                }
            }
            return false;
        }
    }

    void requireOneDisk(Path from, Path to) throws AtomicMoveNotSupportedException {
        if (mounts.forbid(from, to)) {
            throw new AtomicMoveNotSupportedException(from.toString(), to.toString(), "Invalid cross-device link");
        }
    }

    /** No exception that production code would think of catching. */
    static final class Crash extends Error {

        private static final long serialVersionUID = 1;

        Crash(String change) {
            super(change);
        }
    }

    /** Lets a program run from this file, as on Windows: the file can be renamed, but not deleted or replaced. */
    void runFrom(Path file) {
        running.add(CrashPath.real(file));
    }

    void endPrograms() {
        running.clear();
    }

    void requireUnused(Path real) throws AccessDeniedException {
        if (running.contains(real)) {
            throw new AccessDeniedException(real.toString());
        }
    }

    /** A folder around the program cannot be renamed either. */
    void requireMovable(Path from, Path to) throws AccessDeniedException {
        requireUnused(to);
        if (!running.contains(from) && running.stream().anyMatch(file -> file.startsWith(from))) {
            throw new AccessDeniedException(from.toString());
        }
        if (running.remove(from)) {
            running.add(to);
        }
    }

    Path wrap(Path path) {
        return new CrashPath(this, path);
    }

    boolean crashed() {
        return changes >= fatal;
    }

    void change(String what, Path path) {
        if (++changes >= fatal) {
            throw new Crash(what + " " + path);
        }
    }

    @Override
    public FileSystemProvider provider() {
        return provider;
    }

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
        return true;
    }

    @Override
    public boolean isReadOnly() {
        return false;
    }

    @Override
    public String getSeparator() {
        return real.getSeparator();
    }

    @Override
    public Iterable<Path> getRootDirectories() {
        return List.of();
    }

    @Override
    public Iterable<FileStore> getFileStores() {
        return List.of();
    }

    @Override
    public Set<String> supportedFileAttributeViews() {
        return real.supportedFileAttributeViews();
    }

    @Override
    public Path getPath(String first, String... more) {
        return wrap(real.getPath(first, more));
    }

    @Override
    public PathMatcher getPathMatcher(String syntaxAndPattern) {
        PathMatcher matcher = real.getPathMatcher(syntaxAndPattern);
        return path -> matcher.matches(CrashPath.real(path));
    }

    @Override
    public UserPrincipalLookupService getUserPrincipalLookupService() {
        return real.getUserPrincipalLookupService();
    }

    @Override
    public WatchService newWatchService() {
        throw new UnsupportedOperationException();
    }
}
