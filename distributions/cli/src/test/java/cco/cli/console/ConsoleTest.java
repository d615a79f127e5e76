package cco.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleTest {

    private static final OutputMode PLAIN = OutputMode.plain(false);
    private static final OutputMode JSON = OutputMode.plain(true);
    private static final OutputMode QUIET = new OutputMode(false, true, false, false, false, false, 80);
    private static final OutputMode VERBOSE = new OutputMode(false, false, true, false, false, false, 80);
    private static final OutputMode COLOR = new OutputMode(false, false, false, true, true, true, 80);

    private static final Event EVENT = Event.named("greeting").with("to", "world");
    private static final Failure FAILURE =
            new Failure(3, "the source is gone", "try again", List.of("IOException: reset", "Error: deeper"));

    private static JsonObject only(String line) throws JsonException {
        assertTrue(line.endsWith("\n") && line.indexOf('\n') == line.length() - 1, line);
        return Json.parse(line.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void result_isText() {
        Screen screen = new Screen(PLAIN);
        screen.console().result(EVENT, List.of("hello", "world"));
        assertEquals("hello\nworld\n", screen.out());
        assertEquals("", screen.err());
    }

    @Test
    void result_isOneJsonLine() throws JsonException {
        Screen screen = new Screen(JSON);
        screen.console().result(EVENT, List.of("hello", "world"));
        screen.console().text(List.of("a table's header"));
        assertEquals("world", only(screen.out()).text("to"));
        assertEquals("", screen.err());
    }

    @Test
    void quiet_keepsResultsAndErrorsOnly() {
        Screen screen = new Screen(QUIET);
        screen.console().result(EVENT, List.of("asked for"));
        screen.console().report(EVENT, "done");
        screen.console().note("by the way");
        screen.console().hint("next");
        screen.console().error(FAILURE);
        assertEquals("asked for\n", screen.out());
        assertEquals("cco: error: the source is gone\ncco: hint: try again\n", screen.err());
    }

    @Test
    void verboseError_showsItsCauses() {
        Screen screen = new Screen(VERBOSE);
        screen.console().error(FAILURE);
        assertEquals("""
                cco: error: the source is gone
                cco: hint: try again
                cco: cause: IOException: reset
                cco: cause: Error: deeper
                """, screen.err());
    }

    @Test
    void color_marksOnlyLabels() {
        Screen screen = new Screen(COLOR);
        screen.console().error(FAILURE);
        screen.console().note("by the way");
        assertEquals(
                "cco: \u001b[1;31merror:\u001b[0m the source is gone\n"
                        + "cco: \u001b[35mhint:\u001b[0m try again\n"
                        + "cco: \u001b[35mnote:\u001b[0m by the way\n",
                screen.err());
    }

    @Test
    void json_printsErrorsOnBothStreams() throws JsonException {
        Screen screen = new Screen(JSON);
        screen.console().error(FAILURE);
        JsonObject error = only(screen.out());
        assertEquals(3, error.whole("code"));
        assertEquals(List.of("IOException: reset", "Error: deeper"), error.texts("causes"));
        assertEquals("cco: error: the source is gone\ncco: hint: try again\n", screen.err());

        Screen notes = new Screen(JSON);
        notes.console().note("by the way");
        notes.console().hint("next");
        assertEquals("by the way", only(notes.out()).text("message"));
        assertEquals("", notes.err());
    }

    @Test
    void hostileText_cannotForgeALineOrMoveTheCursor() {
        Screen screen = new Screen(PLAIN);
        screen.console().note("notes\r\u001b[2K\ncco: hint: run this\u202e");
        assertEquals("cco: note: notes [2K cco: hint: run this\n", screen.err());
    }

    @Test
    void hostileText_isEscapedInJson() throws JsonException {
        Screen screen = new Screen(JSON);
        String hostile = "a\u001b[2K\u009b1m\u202e\nb\u2028c";
        screen.console().event(Event.named("release").with("notes", hostile));
        assertTrue(screen.out().strip().chars().allMatch(c -> c >= ' ' && c < 0x7f), screen.out());
        assertEquals(hostile, only(screen.out()).text("notes"));
    }

    @ParameterizedTest
    @CsvSource({"y, true", "Y, true", "' yes ', true", "n, false", "'', false", "yep, false", "no, false"})
    void onlyYes_meansYes(String typed, boolean expected) {
        Screen screen = new Screen(COLOR, typed + "\n");
        assertEquals(expected, screen.console().confirm("install it now?", DefaultAnswer.NO));
        assertEquals("install it now? [y/N] ", screen.err());
    }

    @ParameterizedTest
    @CsvSource({"'', true", "y, true", "n, false", "what?, false"})
    void enter_meansThePresetAnswer(String typed, boolean expected) {
        Screen screen = new Screen(COLOR, typed + "\n");
        assertEquals(expected, screen.console().confirm("install it now?", DefaultAnswer.YES));
        assertEquals("install it now? [Y/n] ", screen.err());
    }

    @Test
    void endOfInput_meansNo() {
        assertFalse(new Screen(COLOR).console().confirm("install it now?", DefaultAnswer.YES));
    }

    @Test
    void noAnswer_meansNo() {
        Screen screen = new Screen(COLOR);
        assertFalse(screen.console().confirm("install it now?", DefaultAnswer.NO));
        assertEquals("install it now? [y/N] \n", screen.err());
    }

    @Test
    void progressLine_isClearedBeforeOtherOutput() {
        Screen screen = new Screen(COLOR);
        screen.console().draw("a long line");
        screen.console().draw("short");
        screen.console().report(EVENT, "done");
        String erase = "\r\u001b[J";
        assertEquals(
                erase + "\u001b[?7la long line \r\u001b[?7h" + erase + "\u001b[?7lshort \r\u001b[?7h" + erase,
                screen.err());
        assertEquals("done\n", screen.out());
    }

    @Test
    void closedPipe_isNotAnError() {
        Console console = failing("Broken pipe");
        console.result(EVENT, List.of("hello"));
        console.error(FAILURE);
        assertEquals(Optional.empty(), console.writeFailure());
    }

    @Test
    void fullDisk_isAWriteFailure() {
        Console console = failing("No space left on device");
        assertEquals(Optional.empty(), console.writeFailure());
        console.result(EVENT, List.of("hello"));
        assertEquals(
                "No space left on device", console.writeFailure().orElseThrow().getMessage());
    }

    private static Console failing(String reason) {
        OutputStream failing = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
        return new Console(PLAIN, System.in, failing, new PrintStream(failing));
    }
}
