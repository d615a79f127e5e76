package cco.core.metadata;

import cco.core.json.CanonicalJson;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonText;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.MetadataRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A publisher and a mirror in memory. Each role's metadata is a tree of plain values, which a test damages by
 * assignment. Publishing a role signs it with the role's signers and makes it visible to clients, one version higher.
 */
final class RepositorySimulator implements MetadataSource {

    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Instant EXPIRY = Instant.parse("2026-07-01T00:00:00Z");

    /** The metadata of each role as it will be published next; assign to damage. */
    final Map<String, Map<String, Object>> metadata = new LinkedHashMap<>();

    /** The keys that sign for each role, trusted or not. */
    final Map<String, List<SigningKey>> signers = new HashMap<>();

    /** All published versions of each role, oldest first; assign to damage. */
    final Map<String, List<byte[]>> published = new HashMap<>();

    /** The requested files. */
    final List<String> requests = new ArrayList<>();

    /** Whether snapshot and timestamp carry digests and lengths. */
    boolean digests;

    private final List<String> topLevel = List.of("root", "targets", "snapshot", "timestamp");

    RepositorySimulator() {
        topLevel.forEach(role -> metadata.put(role, fresh(role)));
        root().put("consistent_snapshot", true);
        root().put("keys", new LinkedHashMap<>());
        root().put("roles", new LinkedHashMap<>());
        metadata.get("snapshot").put("meta", new LinkedHashMap<>());
        metadata.get("timestamp").put("meta", new LinkedHashMap<>());
        for (String role : topLevel) {
            child(root(), "roles").put(role, delegate());
            addKey(role, SigningKey.ed25519());
        }
        publish("root", "targets", "snapshot", "timestamp");
    }

    Map<String, Object> root() {
        return metadata.get("root");
    }

    Map<String, Object> role(String name) {
        return child(child(root(), "roles"), name);
    }

    /** Adds a key to a top-level role and its signers. */
    void addKey(String role, SigningKey key) {
        child(root(), "keys").put(key.id(), key.json());
        strings(role(role), "keyids").add(key.id());
        signers.computeIfAbsent(role, name -> new ArrayList<>()).add(key);
    }

    void rotateKeys(String role) {
        replaceKeys(role, SigningKey.ed25519());
    }

    /** Makes this the only key of a top-level role, and its only signer. */
    void replaceKeys(String role, SigningKey key) {
        strings(role(role), "keyids").clear();
        signers.get(role).clear();
        addKey(role, key);
    }

    /** Signs and publishes the next version of these roles. */
    void publish(String... roles) {
        for (String role : roles) {
            if (published.containsKey(role)) {
                metadata.get(role).merge("version", 1L, (one, more) -> (Long) one + (Long) more);
            }
            republish(role);
        }
    }

    /** Signs and publishes a role without raising its version. */
    void republish(String role) {
        byte[] document = sign(metadata.get(role), signers.get(role));
        published.computeIfAbsent(role, name -> new ArrayList<>()).add(document);
        if (role.equals("snapshot")) {
            child(metadata.get("timestamp"), "meta").put("snapshot.json", meta(role, document));
        } else if (!topLevel.contains(role) || role.equals("targets")) {
            child(metadata.get("snapshot"), "meta").put(role + ".json", meta(role, document));
        }
    }

    static byte[] sign(Map<String, Object> signed, List<SigningKey> keys) {
        byte[] canonical = canonical(signed);
        List<Object> signatures = new ArrayList<>();
        keys.forEach(key -> signatures.add(Map.of("keyid", key.id(), "sig", key.sign(canonical))));
        return document(signed, signatures);
    }

    static byte[] document(Map<String, Object> signed, List<Object> signatures) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("signatures", signatures);
        document.put("signed", signed);
        return JsonText.pretty(document).getBytes(StandardCharsets.UTF_8);
    }

    /** Changes the newest published bytes of a role as a mirror could. */
    void tamper(String role, UnaryOperator<String> change) {
        String text = new String(published.get(role).removeLast(), StandardCharsets.UTF_8);
        published.get(role).add(change.apply(text).getBytes(StandardCharsets.UTF_8));
    }

    void addTarget(String role, String path, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        child(metadata.get(role), "targets")
                .put(
                        path,
                        new LinkedHashMap<>(Map.of(
                                "length",
                                (long) bytes.length,
                                "hashes",
                                Map.of("sha256", Sha256.of(bytes).hex()))));
    }

    /** Delegates some paths to a role; returns the delegation, to be damaged. */
    Map<String, Object> delegate(String from, String name, String... paths) {
        Map<String, Object> delegation = delegation(from, name);
        delegation.put("paths", List.of((Object[]) paths));
        return delegation;
    }

    /** Delegates with neither paths nor prefixes of hashes. */
    Map<String, Object> delegation(String from, String name) {
        Map<String, Object> delegations = delegations(from);
        SigningKey key = SigningKey.ed25519();
        Map<String, Object> delegation = delegate();
        delegation.put("name", name);
        delegation.put("terminating", false);
        strings(delegation, "keyids").add(key.id());
        child(delegations, "keys").put(key.id(), key.json());
        objects(delegations, "roles").add(delegation);
        metadata.computeIfAbsent(name, RepositorySimulator::fresh);
        signers.computeIfAbsent(name, role -> new ArrayList<>()).add(key);
        return delegation;
    }

    Map<String, Object> delegations(String from) {
        Map<String, Object> delegations = child(metadata.get(from), "delegations");
        delegations.computeIfAbsent("keys", name -> new LinkedHashMap<>());
        delegations.computeIfAbsent("roles", name -> new ArrayList<>());
        return delegations;
    }

    @Override
    public Optional<UntrustedBytes> fetch(MetadataRequest request) {
        requests.add(request.file());
        String name = URLDecoder.decode(request.file(), StandardCharsets.UTF_8).replaceFirst("\\.json$", "");
        boolean versioned = name.matches("\\d+\\..*");
        String role = versioned ? name.substring(name.indexOf('.') + 1) : name;
        List<byte[]> versions = published.getOrDefault(role, List.of());
        int version = versioned ? Integer.parseInt(name.substring(0, name.indexOf('.'))) : versions.size();
        return version < 1 || version > versions.size()
                ? Optional.empty()
                : Optional.of(new UntrustedBytes("mirror/" + request.file(), versions.get(version - 1)));
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> child(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.computeIfAbsent(name, key -> new LinkedHashMap<>());
    }

    @SuppressWarnings("unchecked")
    static List<Object> objects(Map<String, Object> tree, String name) {
        return (List<Object>) tree.get(name);
    }

    @SuppressWarnings("unchecked")
    static List<String> strings(Map<String, Object> tree, String name) {
        return (List<String>) tree.get(name);
    }

    private Map<String, Object> meta(String role, byte[] document) {
        Map<String, Object> meta =
                new LinkedHashMap<>(Map.of("version", metadata.get(role).get("version")));
        if (digests) {
            meta.put("length", (long) document.length);
            meta.put(
                    "hashes",
                    new LinkedHashMap<>(Map.of("sha256", Sha256.of(document).hex())));
        }
        return meta;
    }

    /** The metadata of a role before its first change. */
    static Map<String, Object> fresh(String role) {
        boolean targets = !Arrays.asList("root", "snapshot", "timestamp").contains(role);
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("_type", targets ? "targets" : role);
        signed.put("spec_version", "1.0.31");
        signed.put("version", 1L);
        signed.put("expires", EXPIRY.toString());
        if (targets) {
            signed.put("targets", new LinkedHashMap<>());
        }
        return signed;
    }

    private static Map<String, Object> delegate() {
        return new LinkedHashMap<>(Map.of("keyids", new ArrayList<>(), "threshold", 1L));
    }

    private static byte[] canonical(Map<String, Object> signed) {
        try {
            return CanonicalJson.of(Json.parse(JsonText.line(signed).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }
}
