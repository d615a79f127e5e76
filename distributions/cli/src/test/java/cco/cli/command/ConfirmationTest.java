package cco.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.cli.console.Console;
import cco.cli.console.OutputMode;
import cco.core.error.UsageException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfirmationTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private boolean isGiven(boolean yes, boolean asks, String typed) throws UsageException {
        Console console = new Console(
                new OutputMode(false, false, false, false, false, asks, 80),
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return Confirmation.isGiven(yes, console, "remove hello", "remove hello 1.0.0?");
    }

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void yesOption_skipsTheQuestion(boolean asks) throws UsageException {
        assertTrue(isGiven(true, asks, ""));
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({"y, true, ''", "n, false, 'cco: note: nothing changed\n'"})
    void answer_decides(String typed, boolean given, String told) throws UsageException {
        assertEquals(given, isGiven(false, true, typed + "\n"));
        assertEquals("remove hello 1.0.0? [y/N] " + told, err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void withoutATerminal_isRefused() {
        UsageException refusal = assertThrows(UsageException.class, () -> isGiven(false, false, "y\n"));
        assertEquals("cannot ask whether to remove hello without a terminal", refusal.getMessage());
        assertEquals("pass --yes to remove hello without a question", refusal.hint());
    }
}
