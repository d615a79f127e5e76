package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Metadata of a targets role (TUF 4.5): the files that it lists, and its delegations to other roles. */
record Targets(Freshness freshness, Map<String, TargetFile> files, Optional<Delegations> delegations) {

    static Targets read(JsonObject signed) throws JsonException {
        JsonObject json = signed.object("targets");
        Map<String, TargetFile> files = new HashMap<>();
        for (String path : json.names()) {
            JsonObject file = json.object(path);
            files.put(path, new TargetFile(path, file.whole("length"), Hashes.read(file)));
        }
        Optional<JsonObject> delegations = signed.optionalObject("delegations");
        return new Targets(
                Freshness.read(signed),
                files,
                delegations.isEmpty() ? Optional.empty() : Optional.of(Delegations.read(delegations.get())));
    }
}
