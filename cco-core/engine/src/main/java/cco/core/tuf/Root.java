package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Root metadata (section 4.3): whose keys speak for each of the four roles. */
record Root(Freshness freshness, boolean consistentSnapshot, Map<RoleName, RoleKeys> roles) {

    private static final List<RoleName> ROLES =
            List.of(RoleName.ROOT, RoleName.TIMESTAMP, RoleName.SNAPSHOT, RoleName.TARGETS);

    static Root read(JsonObject signed) throws JsonException {
        Map<String, TufKey> keys = RoleKeys.readKeys(signed.object("keys"));
        JsonObject json = signed.object("roles");
        Map<RoleName, RoleKeys> roles = new HashMap<>();
        for (RoleName role : ROLES) {
            roles.put(role, RoleKeys.read(json.object(role.value()), keys));
        }
        return new Root(Freshness.read(signed), signed.flag("consistent_snapshot"), roles);
    }

    void requireSigned(SignedMetadata metadata, RoleName role) throws VerificationException {
        roles.get(role).require(metadata, role);
    }

    /** A role's file in the repository: versioned if snapshots are consistent (section 6.1). */
    String file(RoleName role, long version) {
        return (consistentSnapshot ? version + "." : "") + role.quoted() + ".json";
    }
}
