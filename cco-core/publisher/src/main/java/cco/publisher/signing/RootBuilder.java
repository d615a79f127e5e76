package cco.publisher.signing;

import cco.core.error.UsageException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.AppName;
import cco.core.tuf.RoleName;
import cco.publisher.keys.PublicKeyInfo;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The content of a publisher's root (TUF 4.3): one key for each role, and as members of cco's own the app and the
 * validity of metadata, so that signing needs no options for them.
 *
 * @param keys the key of each role as an object of metadata
 * @param ids the key id of each role
 */
record RootBuilder(
        AppName app, ExpiryPolicy lifetimes, Map<KeyRole, Map<String, Object>> keys, Map<KeyRole, String> ids) {

    private static final String APP = "x-cco-app";
    private static final String DAYS = "x-cco-expiry-days";

    static RootBuilder of(AppName app, ExpiryPolicy lifetimes) {
        return new RootBuilder(app, lifetimes, new EnumMap<>(KeyRole.class), new EnumMap<>(KeyRole.class));
    }

    /**
     * Reads a verified root.
     *
     * @throws UsageException if it was made by another tool, so that writing it again would lose something
     */
    static RootBuilder read(JsonObject signed) throws UsageException {
        try {
            RootBuilder root = of(new AppName(signed.text(APP)), ExpiryPolicy.read(signed.object(DAYS)));
            for (KeyRole role : KeyRole.values()) {
                String id = onlyKey(signed.object("roles"), role);
                root.ids.put(role, id);
                root.keys.put(role, signed.object("keys").object(id).asMap());
            }
            return root;
        } catch (JsonException | IllegalArgumentException e) {
            throw new UsageException(
                    "another tool made the root: " + e.getMessage(), "sign with the tool that made it", e);
        }
    }

    private static String onlyKey(JsonObject roles, KeyRole role) throws JsonException {
        String id = null;
        for (RoleName name : role.roles()) {
            JsonObject json = roles.object(name.value());
            List<String> ids = json.texts("keyids");
            if (ids.size() != 1 || json.whole("threshold") != 1 || id != null && !id.equals(ids.getFirst())) {
                throw roles.refuse(name.value(), "one key");
            }
            id = ids.getFirst();
        }
        return id;
    }

    /** A root with another key for a role. */
    RootBuilder with(KeyRole role, PublicKeyInfo key) {
        RootBuilder changed =
                new RootBuilder(app, lifetimes, new EnumMap<>(KeyRole.class), new EnumMap<>(KeyRole.class));
        changed.keys.putAll(keys);
        changed.ids.putAll(ids);
        changed.keys.put(role, key.json());
        changed.ids.put(role, key.id());
        return changed;
    }

    /** The members of the root besides type, version and expiry date. */
    Map<String, Object> members() {
        Map<String, Object> keysById = new LinkedHashMap<>();
        keys.forEach((role, key) -> keysById.put(ids.get(role), key));
        Map<String, Object> roles = new LinkedHashMap<>();
        ids.forEach((key, id) ->
                key.roles().forEach(role -> roles.put(role.value(), Map.of("keyids", List.of(id), "threshold", 1))));
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("consistent_snapshot", true);
        members.put("keys", keysById);
        members.put("roles", roles);
        members.put(APP, app.value());
        members.put(DAYS, lifetimes.json());
        return members;
    }
}
