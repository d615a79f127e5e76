package cco.publisher.signing;

import cco.core.error.UsageException;
import cco.core.json.CanonicalJson;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonText;
import cco.core.model.Sha256;
import cco.core.tuf.RoleName;
import cco.publisher.keys.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A signed metadata file (TUF 4.2).
 *
 * @param name the file name in the metadata folder
 */
record SignedRole(RoleName role, long version, String name, byte[] bytes) {

    private static final String SPECIFICATION = "1.0.31";

    /**
     * Composes and signs a file.
     *
     * @param members the members besides type, version and expiry date
     * @param signers the keys, in the order of the signatures
     */
    static SignedRole sign(
            RoleName role, long version, Instant expires, Map<String, Object> members, List<Signer> signers)
            throws UsageException {
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("_type", role.value());
        signed.put("spec_version", SPECIFICATION);
        signed.put("version", version);
        signed.put("expires", expires.toString());
        signed.putAll(members);
        byte[] canonical = canonical(signed);
        List<Object> signatures = new ArrayList<>();
        for (Signer signer : signers) {
            Map<String, Object> signature = new LinkedHashMap<>();
            signature.put("keyid", signer.publicKey().id());
            signature.put("sig", HexFormat.of().formatHex(signer.sign(canonical)));
            signatures.add(signature);
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("signatures", signatures);
        document.put("signed", signed);
        byte[] bytes = JsonText.pretty(document).getBytes(StandardCharsets.UTF_8);
        return new SignedRole(role, version, fileName(role, version), bytes);
    }

    /** The name in consistent snapshots (TUF 6.2): with the version, except for the timestamp. */
    static String fileName(RoleName role, long version) {
        return (role.equals(RoleName.TIMESTAMP) ? "" : version + ".") + role + ".json";
    }

    /** The entry for this file in snapshot or timestamp (TUF 4.4). */
    Map<String, Object> meta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("version", version);
        meta.put("length", bytes.length);
        meta.put("hashes", Map.of("sha256", Sha256.of(bytes).hex()));
        return Map.of("meta", Map.of(role + ".json", meta));
    }

    private static byte[] canonical(Map<String, Object> signed) {
        try {
            return CanonicalJson.of(Json.parse(JsonText.line(signed).getBytes(StandardCharsets.UTF_8)));
        } catch (JsonException e) {
            throw new IllegalArgumentException("metadata consists of strings and whole numbers", e);
        }
    }
}
