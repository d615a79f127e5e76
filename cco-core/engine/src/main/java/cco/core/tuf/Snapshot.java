package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/** Snapshot metadata (TUF 4.4): the versions of all targets roles that belong together. */
record Snapshot(Freshness freshness, Map<String, MetaFile> files) {

    static Snapshot read(JsonObject signed) throws JsonException {
        JsonObject meta = signed.object("meta");
        Map<String, MetaFile> files = new HashMap<>();
        for (String file : meta.names()) {
            files.put(file, MetaFile.read(meta.object(file)));
        }
        return new Snapshot(Freshness.read(signed), files);
    }

    MetaFile file(RoleName role, String snapshotFile) throws VerificationException {
        MetaFile file = files.get(role.file());
        if (file == null) {
            throw MetadataErrors.mixed(snapshotFile, "it does not name the role " + role);
        }
        return file;
    }

    /** TUF 5.5.5: refuse a snapshot in which a role is missing or has a lower version. */
    void requireNotBefore(Snapshot trusted, String snapshotFile) throws VerificationException {
        for (Map.Entry<String, MetaFile> seen : trusted.files.entrySet()) {
            MetaFile now = files.get(seen.getKey());
            if (now == null) {
                throw MetadataErrors.mixed(snapshotFile, seen.getKey() + " is no longer in it");
            }
            if (now.version() < seen.getValue().version()) {
                throw MetadataErrors.rolledBack(
                        snapshotFile,
                        seen.getKey(),
                        now.version(),
                        seen.getValue().version());
            }
        }
    }
}
