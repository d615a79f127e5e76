package cco.core.disk;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RuntimeFailureTest {

    /** An object of a class outside the image. */
    private static final Object DROP_IN = Proxy.newProxyInstance(
            RuntimeFailureTest.class.getClassLoader(), new Class<?>[] {Runnable.class}, (_, _, _) -> null);

    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new OutOfMemoryError("Java heap space"), true, "cco ran out of memory"),
                arguments(
                        new NoClassDefFoundError("cco/Gone"),
                        true,
                        "cco's Java runtime failed: a class cannot be loaded"),
                arguments(new InternalError("No file"), true, "cco's Java runtime failed: no file"),
                arguments(new StackOverflowError(), false, "internal error: stack overflow"),
                arguments(new IllegalStateException("Lost"), false, "internal error: lost"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void failure_isDescribedWithoutAClassName(Throwable failure, boolean ofRuntime, String description) {
        assertEquals(ofRuntime, RuntimeFailure.is(failure));
        assertEquals(description, RuntimeFailure.describe(failure));
    }

    @Test
    void failureOfAPlugin_isNotThrownAgain() {
        assertDoesNotThrow(() -> RuntimeFailure.rethrow(new IllegalStateException(), "a plugin of the image"));
        assertDoesNotThrow(() -> RuntimeFailure.rethrow(new StackOverflowError(), "a plugin of the image"));
        assertDoesNotThrow(() -> RuntimeFailure.rethrow(new NoSuchMethodError(), DROP_IN));
    }

    @Test
    void failureOfTheRuntime_isThrownAgain() {
        Error memory = new OutOfMemoryError();
        assertSame(memory, assertThrows(Error.class, () -> RuntimeFailure.rethrow(memory, DROP_IN)));
        Error damage = new NoClassDefFoundError();
        assertSame(damage, assertThrows(Error.class, () -> RuntimeFailure.rethrow(damage, "a plugin of the image")));
    }
}
