package cco.installer.windows;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * {@code MoveFileExW} of Windows. Java's own moves neither wait until the new name is on disk nor can they be deferred
 * to the next start of the system.
 */
final class Kernel32 implements FileMoves {

    static final int REPLACE_EXISTING = 0x1;
    static final int DELAY_UNTIL_REBOOT = 0x4;
    static final int WRITE_THROUGH = 0x8;

    private static final int FILE_NOT_FOUND = 2;
    private static final int PATH_NOT_FOUND = 3;
    private static final int ACCESS_DENIED = 5;
    private static final int SHARING_VIOLATION = 32;
    private static final int LOCK_VIOLATION = 33;
    private static final int FILE_EXISTS = 80;
    private static final int ALREADY_EXISTS = 183;

    /** From this length on, Windows takes paths only in a form that skips its own rules. */
    private static final int LONG_PATH = 248;

    private final MethodHandle moveFile;
    private final VarHandle lastError;

    @SuppressWarnings("restricted") // a fixed library of the system
    Kernel32() {
        this(SymbolLookup.libraryLookup("kernel32", Arena.global()), "GetLastError");
    }

    /** For tests: another library, and the name by which the system's linker saves the error of a call. */
    @SuppressWarnings("restricted") // the signature is the documented one
    Kernel32(SymbolLookup library, String errorName) {
        this.moveFile = Linker.nativeLinker()
                .downcallHandle(
                        library.findOrThrow("MoveFileExW"),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        Linker.Option.captureCallState(errorName));
        this.lastError = Linker.Option.captureStateLayout().varHandle(MemoryLayout.PathElement.groupElement(errorName));
    }

    @Override
    public void replace(Path from, Path to) throws IOException {
        call(from, to, REPLACE_EXISTING | WRITE_THROUGH);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        call(from, to, WRITE_THROUGH);
    }

    @Override
    public void deleteAtRestart(Path file) throws IOException {
        call(file, null, DELAY_UNTIL_REBOOT);
    }

    /** A missing target means a deletion. */
    private void call(Path from, Path to, int flags) throws IOException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(Linker.Option.captureStateLayout());
            MemorySegment target = to == null ? MemorySegment.NULL : text(to, arena);
            if ((int) moveFile.invokeExact(state, text(from, arena), target, flags) == 0) {
                throw failure((int) lastError.get(state, 0L), to == null ? from : to);
            }
        } catch (IOException | RuntimeException | Error e) {
            throw e;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static MemorySegment text(Path path, Arena arena) {
        return arena.allocateFrom(verbatim(path.toAbsolutePath().normalize().toString()), StandardCharsets.UTF_16LE);
    }

    /** The form of a path that has no limit of 260 characters. */
    static String verbatim(String path) {
        if (path.length() < LONG_PATH || path.startsWith("\\\\?\\")) {
            return path;
        }
        return path.startsWith("\\\\") ? "\\\\?\\UNC\\" + path.substring(2) : "\\\\?\\" + path;
    }

    private static IOException failure(int error, Path file) {
        String name = file.toString();
        return switch (error) {
            case FILE_NOT_FOUND, PATH_NOT_FOUND -> new NoSuchFileException(name);
            case ACCESS_DENIED -> new AccessDeniedException(name);
            case FILE_EXISTS, ALREADY_EXISTS -> new FileAlreadyExistsException(name);
            case SHARING_VIOLATION, LOCK_VIOLATION ->
                new FileSystemException(name, null, "another program has it open");
            default -> new FileSystemException(name, null, "error " + error + " of Windows");
        };
    }
}
