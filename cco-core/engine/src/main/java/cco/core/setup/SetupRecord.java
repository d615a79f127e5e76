package cco.core.setup;

import cco.core.disk.DurableFiles;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.json.JsonText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a setup has changed outside cco's own folders, so that an uninstallation can undo it.
 *
 * @param reason why cco is installed
 * @param edited startup files with a block of cco
 * @param created files that did not exist before
 * @param folders folders that did not exist before
 */
record SetupRecord(Reason reason, Set<Path> edited, Set<Path> created, Set<Path> folders) {

    private static final long SCHEMA = 1;

    /** Why cco is installed. */
    enum Reason {
        /** The user wanted it. */
        WANTED,
        /** It came with another app, and may go with the last one. */
        COMPANION
    }

    /** The record of a machine without a setup. */
    static final SetupRecord NOTHING = new SetupRecord(Reason.WANTED, Set.of(), Set.of(), Set.of());

    SetupRecord {
        edited = new LinkedHashSet<>(edited);
        created = new LinkedHashSet<>(created);
        folders = new LinkedHashSet<>(folders);
    }

    /** Reads a record; the empty one if there is none, or it is damaged. */
    static SetupRecord read(Path file) {
        try {
            if (!Files.exists(file)) {
                return NOTHING;
            }
            JsonObject json = Json.parse(Files.readAllBytes(file));
            return new SetupRecord(
                    json.flag("companion") ? Reason.COMPANION : Reason.WANTED,
                    paths(json, "edited"),
                    paths(json, "created"),
                    paths(json, "folders"));
        } catch (IOException | JsonException damaged) {
            return NOTHING;
        }
    }

    /** Writes the record as a whole. */
    void write(Path file) throws IOException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("schema", SCHEMA);
        json.put("companion", reason == Reason.COMPANION);
        json.put("edited", texts(edited));
        json.put("created", texts(created));
        json.put("folders", texts(folders));
        DurableFiles.write(file, JsonText.pretty(json).getBytes(StandardCharsets.UTF_8));
    }

    private static Set<Path> paths(JsonObject json, String name) throws JsonException {
        Set<Path> paths = new LinkedHashSet<>();
        for (String text : json.texts(name)) {
            try {
                paths.add(Path.of(text));
            } catch (IllegalArgumentException e) {
                throw json.refuse(name, "a list of paths");
            }
        }
        return paths;
    }

    private static List<String> texts(Collection<Path> paths) {
        return paths.stream().map(Path::toString).toList();
    }
}
