package cco.core.session;

import cco.core.config.ConfigChange;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * What an {@link InstalledSource} replaces.
 *
 * @param keys the pinned key files by name
 * @param config the change of the configuration
 */
record FormerSource(Map<String, byte[]> keys, ConfigChange config) {

    /** Reads it from the journal; an earlier cco wrote none. */
    static Optional<FormerSource> read(Optional<JsonObject> members) throws JsonException {
        if (members.isEmpty()) {
            return Optional.empty();
        }
        byte[] before = Base64.getDecoder().decode(members.get().text("before"));
        ConfigChange config = new ConfigChange(before, new Sha256(members.get().text("after")));
        return Optional.of(new FormerSource(InstalledSource.keys(members.get().textMap("keys")), config));
    }

    Map<String, Object> members() {
        return Map.of(
                "keys", InstalledSource.encoded(keys),
                "before", Base64.getEncoder().encodeToString(config.before()),
                "after", config.after().hex());
    }
}
