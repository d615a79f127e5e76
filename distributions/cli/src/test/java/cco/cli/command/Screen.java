package cco.cli.command;

import static org.junit.jupiter.api.Assertions.fail;

import cco.cli.console.Console;
import cco.cli.console.OutputMode;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a user would see, and what a script would read. */
public final class Screen {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    /** A console in this manner whose user types nothing. */
    public Console console(OutputMode manner) {
        return new Console(
                manner,
                new ByteArrayInputStream(new byte[0]),
                new PrintStream(out, false, StandardCharsets.UTF_8),
                new PrintStream(err, false, StandardCharsets.UTF_8));
    }

    public Console text() {
        return console(OutputMode.plain(false));
    }

    public Console json() {
        return console(OutputMode.plain(true));
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Standard output, each line of which must be an event that is described. */
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
