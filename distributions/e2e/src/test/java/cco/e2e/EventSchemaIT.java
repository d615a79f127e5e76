package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema in the bundle accepts valid and future events and rejects invalid ones. */
class EventSchemaIT {

    @TempDir
    Path folder;

    private final EventSchema schema = EventSchema.shipped();

    private static JsonObject line(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'updated','app':'hello','from':'1.0.0','to':'1.1.0-beta.1+x'}",
                "{'event':'setting','key':'a','value':['x'],'from':'file'}",
                "{'event':'setting','key':'a','value':3,'from':'file'}",
                "{'event':'setting','key':'a','from':'default'}",
            })
    void validEvent_isDescribed(String text) {
        assertTrue(schema.admits(line(text)));
        assertTrue(schema.describes(line(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'event':'of tomorrow','x':{}}",
                "{'event':'updated','app':'hello','from':'1.0.0','to':'1.1.0','new':[1.5]}",
            })
    void futureEvent_isAdmittedButNotDescribed(String text) {
        assertTrue(schema.admits(line(text)));
        assertFalse(schema.describes(line(text)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'event':3}",
                "{'event':'updated'}",
                "{'event':'note','message':3}",
                "{'event':'updated','app':'hello','from':'1.0','to':'1.1.0'}",
                "{'event':'error','code':0,'message':'','hint':'','causes':[]}",
                "{'event':'error','code':3,'message':'','hint':'','causes':[3]}",
                "{'event':'sent','reports':-1}",
                "{'event':'sent','reports':1.5}",
            })
    void invalidEvent_isRefused(String text) {
        assertFalse(schema.admits(line(text)));
    }

    @Test
    void publishingCommands_emitDescribedEvents() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        Machine machine = new Machine(folder.resolve("machine")).with("CCO_KEY_PASSPHRASE", "secret of a test");
        SigningKeys.write(machine, "hello");
        Path key = folder.resolve("new.pem");
        List<String> events = new ArrayList<>();
        for (String words : List.of(
                "init --app hello",
                "promote 1.0.0 --channel beta --rollout 5",
                "withdraw 1.0.0 --undo",
                "deprecate 1.0.0 --notice old",
                "sign",
                "refresh",
                "rotate-key online --new file:" + key,
                "check")) {
            List<String> command = new ArrayList<>(List.of("--json", "release"));
            command.addAll(List.of(words.split(" ")));
            command.addAll(List.of("--repository", publisher.repository().toString()));
            Run run = machine.cco(command.toArray(String[]::new)).exits(0);
            events.add(run.events().getLast().get("event").getAsString());
        }
        assertEquals(
                List.of(
                        "initialized",
                        "promoted",
                        "withdrawn",
                        "deprecated",
                        "signed",
                        "refreshed",
                        "rotated",
                        "checked"),
                events);
    }
}
