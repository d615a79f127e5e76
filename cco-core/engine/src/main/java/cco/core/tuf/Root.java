package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Root metadata (TUF 4.3): the keys of the four top-level roles.
 *
 * @param app the app that a root made by cco is for
 * @param memory of the signatures by these keys
 */
record Root(
        Freshness freshness,
        boolean consistentSnapshot,
        Map<RoleName, RoleKeys> roles,
        Optional<String> app,
        SignatureMemory memory) {

    private static final String APP = "x-cco-app";

    private static final List<RoleName> ROLES =
            List.of(RoleName.ROOT, RoleName.TIMESTAMP, RoleName.SNAPSHOT, RoleName.TARGETS);

    static Root read(JsonObject signed, SignatureMemory memory) throws JsonException {
        Map<String, TufKey> keys = RoleKeys.readKeys(signed.object("keys"));
        JsonObject json = signed.object("roles");
        Map<RoleName, RoleKeys> roles = new HashMap<>();
        for (RoleName role : ROLES) {
            roles.put(role, RoleKeys.read(json.object(role.value()), keys));
        }
        return new Root(
                Freshness.read(signed), signed.flag("consistent_snapshot"), roles, signed.optionalText(APP), memory);
    }

    void requireSigned(SignedMetadata metadata, RoleName role) throws SourceException, VerificationException {
        roles.get(role).require(metadata, role, memory);
    }

    /** The name of a role's file in the repository, with its version if snapshots are consistent (TUF 6.2). */
    String file(RoleName role, long version) {
        return (consistentSnapshot ? version + "." : "") + role.encoded() + ".json";
    }
}
