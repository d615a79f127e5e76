package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;

/** Timestamp metadata (TUF 4.6): the version of the newest snapshot. */
record Timestamp(Freshness freshness, MetaFile snapshot) {

    static Timestamp read(JsonObject signed) throws JsonException {
        MetaFile snapshot = MetaFile.read(signed.object("meta").object(RoleName.SNAPSHOT.file()));
        return new Timestamp(Freshness.read(signed), snapshot);
    }
}
