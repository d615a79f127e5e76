package cco.core.disk;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code syncfs} of Linux: waits until a file system has written everything, in one call. Java has none for that.
 *
 * <p>It is used only where its result can be relied on: on file systems of a disk, and from Linux 5.8 on, which reports
 * failed writes.
 */
final class FileSystemSync {

    private static final Path KERNEL = Path.of("/proc/sys/kernel/osrelease");
    private static final Pattern RELEASE = Pattern.compile("(\\d{1,4})\\.(\\d{1,4}).*", Pattern.DOTALL);

    /** statfs(2): ext2 to ext4, XFS, Btrfs, F2FS. Others may leave the work to a server, which does not learn of it. */
    private static final Set<Long> TYPES = Set.of(0xEF53L, 0x58465342L, 0x9123683EL, 0xF2F52010L);

    /** More than any {@code struct statfs}; it begins with the type, a long. */
    private static final int STATUS_SIZE = 512;

    private final MethodHandle open = function("open", ValueLayout.ADDRESS, ValueLayout.JAVA_INT);
    private final MethodHandle status = function("fstatfs", ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    private final MethodHandle sync = function("syncfs", ValueLayout.JAVA_INT);
    private final MethodHandle close = function("close", ValueLayout.JAVA_INT);

    private FileSystemSync() {}

    /**
     * Syncs the file system of a folder.
     *
     * @return false if that is not possible here or has failed; then some of it may be on disk
     */
    static boolean sync(Path folder) {
        // An embedding program may not allow native access; the call would then print a warning.
        return folder.getFileSystem() == FileSystems.getDefault()
                && FileSystemSync.class.getModule().isNativeAccessEnabled()
                && reportsFailures()
                && call(folder);
    }

    private static boolean call(Path folder) {
        try {
            return new FileSystemSync().run(folder);
        } catch (NoSuchElementException | UnsupportedOperationException missing) {
            return false; // another C library, or a system without calls of native code
        }
    }

    private static boolean reportsFailures() {
        try {
            return reportsFailures(Files.readString(KERNEL));
        } catch (IOException notLinux) {
            return false;
        }
    }

    /** Whether this release of Linux reports failed writes: since 5.8. */
    static boolean reportsFailures(String release) {
        Matcher numbers = RELEASE.matcher(release);
        if (!numbers.matches()) {
            return false;
        }
        int major = Integer.parseInt(numbers.group(1));
        return major > 5 || major == 5 && Integer.parseInt(numbers.group(2)) >= 8;
    }

    private boolean run(Path folder) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment name = arena.allocateFrom(folder.toAbsolutePath().toString());
            int file = (int) open.invokeExact(name, 0);
            if (file < 0) {
                return false;
            }
            MemorySegment type = arena.allocate(STATUS_SIZE, Long.BYTES);
            boolean known =
                    (int) status.invokeExact(file, type) == 0 && TYPES.contains(type.get(ValueLayout.JAVA_LONG, 0));
            boolean synced = known && (int) sync.invokeExact(file) == 0;
            int _ = (int) close.invokeExact(file);
            return synced;
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @SuppressWarnings("restricted") // the signatures are the documented ones; open takes more only to create a file
    private static MethodHandle function(String name, MemoryLayout... parameters) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(
                linker.defaultLookup().findOrThrow(name), FunctionDescriptor.of(ValueLayout.JAVA_INT, parameters));
    }
}
