package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/**
 * A file's digests by algorithm (TUF 4.4 and 4.5). Unknown algorithms are skipped; at least one is known.
 *
 * @param hex lower-case hexadecimal by algorithm, in the order of the document
 */
record Hashes(SequencedMap<String, String> hex) {

    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    private static final Pattern HEX = Pattern.compile("[0-9a-f]{64}([0-9a-f]{64})?");

    static Hashes read(JsonObject file) throws JsonException {
        JsonObject json = file.object("hashes");
        SequencedMap<String, String> hex = new LinkedHashMap<>();
        for (String name : json.names()) {
            if (ALGORITHMS.containsKey(name)) {
                hex.put(name, digest(json, name));
            }
        }
        if (hex.isEmpty()) {
            throw file.refuse("hashes", "sha256 or sha512");
        }
        return new Hashes(hex);
    }

    /** Strict, because the digest becomes part of an address. */
    private static String digest(JsonObject json, String name) throws JsonException {
        String digest = json.text(name);
        if (!HEX.matcher(digest).matches()) {
            throw json.refuse(name, "lower-case hexadecimal digits");
        }
        return digest;
    }

    Optional<Sha256> sha256() {
        return Optional.ofNullable(hex.get("sha256")).map(Sha256::new);
    }

    /** The digest in a target's file name when snapshots are consistent. */
    String first() {
        return hex.firstEntry().getValue();
    }

    /** Whether all digests match these bytes. */
    boolean match(byte[] bytes) {
        return hex.entrySet().stream().allMatch(entry -> entry.getValue().equals(digest(entry.getKey(), bytes)));
    }

    private static String digest(String name, byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance(ALGORITHMS.get(name)).digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has the SHA-2 family", e);
        }
    }
}
