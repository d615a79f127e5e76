package cco.source.github;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The parts of the API's description of a release that are needed to find a file. The file itself is verified.
 *
 * @param assets the number of each file by name; GitHub may omit some
 */
record GitHubRelease(long id, Map<String, Long> assets) {

    /** Larger than the description of 1,000 files. */
    static final int MAX_BYTES = 4 << 20;

    private static final int MAX_DEPTH = 16;
    private static final int MAX_ASSETS = 1000;

    /** Reads a part of a response. */
    private interface Part<T> {
        T read(JsonReader json) throws IOException;
    }

    /**
     * Reads the description of a release.
     *
     * @throws IOException if it is malformed or longer than {@link #MAX_BYTES}
     */
    static GitHubRelease read(byte[] answer) throws IOException {
        return parse(answer, json -> {
            long id = 0;
            Map<String, Long> assets = Map.of();
            json.beginObject();
            while (json.hasNext()) {
                switch (json.nextName()) {
                    case "id" -> id = json.nextLong();
                    case "assets" -> assets = list(json);
                    default -> json.skipValue();
                }
            }
            json.endObject();
            return new GitHubRelease(id, assets);
        });
    }

    /**
     * Reads a page of a list of files.
     *
     * @throws IOException if it is malformed or longer than {@link #MAX_BYTES}
     */
    static Map<String, Long> assets(byte[] answer) throws IOException {
        return parse(answer, GitHubRelease::list);
    }

    private static <T> T parse(byte[] answer, Part<T> part) throws IOException {
        if (answer.length > MAX_BYTES) {
            throw new IOException("the response of GitHub's API is longer than " + MAX_BYTES + " bytes");
        }
        InputStreamReader text = new InputStreamReader(new ByteArrayInputStream(answer), StandardCharsets.UTF_8);
        try (JsonReader json = new JsonReader(text)) {
            json.setStrictness(Strictness.STRICT);
            json.setNestingLimit(MAX_DEPTH);
            T result = part.read(json);
            if (json.peek() != JsonToken.END_DOCUMENT) {
                throw new IOException("more than one value");
            }
            return result;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new IOException("the response of GitHub's API is malformed", e);
        }
    }

    private static Map<String, Long> list(JsonReader json) throws IOException {
        Map<String, Long> assets = new HashMap<>();
        json.beginArray();
        while (json.hasNext()) {
            if (assets.size() == MAX_ASSETS) {
                throw new IOException("more than " + MAX_ASSETS + " files");
            }
            asset(json, assets);
        }
        json.endArray();
        return assets;
    }

    private static void asset(JsonReader json, Map<String, Long> assets) throws IOException {
        long id = 0;
        String name = "";
        json.beginObject();
        while (json.hasNext()) {
            switch (json.nextName()) {
                case "id" -> id = json.nextLong();
                case "name" -> name = json.nextString();
                default -> json.skipValue();
            }
        }
        json.endObject();
        assets.put(name, id);
    }
}
