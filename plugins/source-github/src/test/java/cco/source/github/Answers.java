package cco.source.github;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What GitHub says of its own API; {@code ORIGIN.md} beside these files tells where they are from. */
final class Answers {

    private Answers() {}

    /** The description of the questions that are asked, in the form of OpenAPI 3. */
    static JsonObject description() throws IOException {
        return read("description.json").getAsJsonObject();
    }

    /** Questions with the answers that GitHub gave. */
    static List<JsonObject> recorded() throws IOException {
        JsonArray answers = read("recorded.json").getAsJsonArray();
        return answers.asList().stream().map(JsonElement::getAsJsonObject).toList();
    }

    private static JsonElement read(String name) throws IOException {
        try (InputStream bytes = Answers.class.getResourceAsStream(name);
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(text);
        }
    }
}
