package cco.installer.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.File;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Calls a function of the signature of MoveFileExW through the foreign function API. */
class Kernel32Test {

    private static final List<String> CALLS = new ArrayList<>();
    private static int result;

    @SuppressWarnings("unused") // called from native code
    private static int moveFile(MemorySegment from, MemorySegment to, int flags) {
        CALLS.add(text(from) + " -> " + text(to) + " " + flags);
        return result;
    }

    @SuppressWarnings("restricted") // only tests
    private static String text(MemorySegment wide) {
        return wide.address() == 0 ? "NULL" : wide.reinterpret(Long.MAX_VALUE).getString(0, StandardCharsets.UTF_16LE);
    }

    @Test
    void arguments_areWideStringsAndFlags() throws Exception {
        CALLS.clear();
        result = 1;
        try (Arena arena = Arena.ofShared()) {
            Kernel32 kernel = fake(arena);
            kernel.replace(Path.of("/tmp/a b.new"), Path.of("/tmp/Ω"));
            kernel.move(Path.of("/tmp/a"), Path.of("/tmp/b"));
            kernel.deleteAtRestart(Path.of("/tmp/a"));
        }
        assertEquals(List.of("/tmp/a b.new -> /tmp/Ω 9", "/tmp/a -> /tmp/b 8", "/tmp/a -> NULL 4"), CALLS);
    }

    @Test
    void failure_namesTheFile() throws Exception {
        result = 0;
        try (Arena arena = Arena.ofShared()) {
            Kernel32 kernel = fake(arena);
            IOException failure =
                    assertThrows(IOException.class, () -> kernel.replace(Path.of("/tmp/a"), Path.of("/tmp/b")));
            assertTrue(failure.getMessage().contains("/tmp/b"), failure.getMessage());
        }
    }

    @ParameterizedTest
    @CsvSource({"100,'C:\\',''", "248,'C:\\','\\\\?\\'", "248,'\\\\server\\share','\\\\?\\UNC\\'"})
    void longPath_getsTheFormWithoutALimit(int length, String start, String prefix) {
        String path = start + "x".repeat(length - start.length());
        String rest = prefix.endsWith("UNC\\") ? path.substring(2) : path;
        assertEquals(prefix + rest, Kernel32.verbatim(path));
        assertEquals(prefix + rest, Kernel32.verbatim(prefix + rest));
    }

    @SuppressWarnings("restricted") // only tests
    private static Kernel32 fake(Arena arena) throws ReflectiveOperationException {
        assumeFalse(File.separatorChar == '\\', "Windows has the real function");
        MemorySegment function = Linker.nativeLinker()
                .upcallStub(
                        MethodHandles.lookup()
                                .findStatic(
                                        Kernel32Test.class,
                                        "moveFile",
                                        MethodType.methodType(
                                                int.class, MemorySegment.class, MemorySegment.class, int.class)),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT),
                        arena);
        SymbolLookup library = name -> name.equals("MoveFileExW") ? Optional.of(function) : Optional.empty();
        return new Kernel32(library, "errno");
    }
}
