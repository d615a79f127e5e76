package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/**
 * The result of a program run.
 *
 * @param exit the exit code
 * @param out the standard output
 * @param err the standard error
 */
record Run(int exit, String out, String err) {

    /** Asserts the exit code. */
    Run exits(int code) {
        assertEquals(code, exit, toString());
        return this;
    }

    /** Asserts that standard output contains a text. */
    Run prints(String text) {
        assertTrue(out.contains(text), () -> "expected on stdout: " + text + "\n" + this);
        return this;
    }

    /** Asserts that standard error contains a text. */
    Run complains(String text) {
        assertTrue(err.contains(text), () -> "expected on stderr: " + text + "\n" + this);
        return this;
    }

    /** Parses standard output as JSON lines, each of which must match the schema. */
    List<JsonObject> events() {
        EventSchema schema = EventSchema.shipped();
        List<JsonObject> events = out.lines()
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
        for (JsonObject event : events) {
            assertTrue(schema.admits(event) && schema.describes(event), () -> "not in the schema: " + event);
        }
        return events;
    }

    @Override
    public String toString() {
        return "exit " + exit + "\n--- stdout\n" + out + "--- stderr\n" + err;
    }
}
