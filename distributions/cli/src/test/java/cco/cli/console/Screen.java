package cco.cli.console;

import static org.junit.jupiter.api.Assertions.fail;

import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the user sees, and what a script reads. */
public final class Screen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final String typed;
    private final Console console;

    /** A screen for text, whose user types nothing. */
    public Screen() {
        this(OutputMode.plain(false));
    }

    /** A screen in this mode, whose user types nothing. */
    public Screen(OutputMode mode) {
        this(mode, "");
    }

    /** A screen in this mode, whose user types this. */
    public Screen(OutputMode mode, String typed) {
        this.typed = typed;
        this.console = console(mode);
    }

    /** The console in the mode of this screen. */
    public Console console() {
        return console;
    }

    /** A console in another mode. */
    public Console console(OutputMode mode) {
        return new Console(
                mode,
                new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
    }

    /** A console for text. */
    public Console text() {
        return console(OutputMode.plain(false));
    }

    /** A console for events. */
    public Console json() {
        return console(OutputMode.plain(true));
    }

    /** Standard output. */
    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Standard error. */
    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** The events on standard output, each of which must be described. */
    public List<JsonObject> events() {
        return out().lines().map(Screen::parse).toList();
    }

    private static JsonObject parse(String line) {
        try {
            return EventContract.published().require(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            return fail("not JSON: " + line, e);
        }
    }
}
