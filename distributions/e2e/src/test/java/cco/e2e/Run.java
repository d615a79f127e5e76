package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;

/**
 * What a program left behind.
 *
 * @param exit its exit code
 * @param out what it wrote to standard output
 * @param err what it wrote to standard error
 */
record Run(int exit, String out, String err) {

    /** Expects an exit code; the failure shows all that the program said. */
    Run exits(int code) {
        assertEquals(code, exit, toString());
        return this;
    }

    /** Expects a text on standard output. */
    Run prints(String text) {
        assertTrue(out.contains(text), () -> "expected on stdout: " + text + "\n" + this);
        return this;
    }

    /** Expects a text on standard error. */
    Run complains(String text) {
        assertTrue(err.contains(text), () -> "expected on stderr: " + text + "\n" + this);
        return this;
    }

    /** The lines of standard output, each of which must be an event that the schema describes. */
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
