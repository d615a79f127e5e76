package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.CanonicalJson;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.UntrustedBytes;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A parsed metadata file (TUF 4.2) that is not verified yet: its bytes, its signed part, and the signatures by key id.
 * What is verified and what is used is the same object.
 */
record SignedMetadata(UntrustedBytes document, JsonObject signed, Map<String, String> signatures) {

    /** Reads the signed part of one role. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(JsonObject signed) throws JsonException;
    }

    private static final Pattern SPECIFICATION = Pattern.compile("1(\\.\\d+){1,2}");

    static SignedMetadata read(UntrustedBytes document) throws SourceException {
        try {
            requireStart(document.bytes());
            JsonObject json = Json.parse(document.bytes());
            JsonObject signed = json.object("signed");
            return new SignedMetadata(document, signed, signatures(json));
        } catch (JsonException e) {
            throw MetadataErrors.malformed(document.name(), e);
        }
    }

    /** Other readers of JSON refuse a byte order mark, and this one would skip it. */
    private static void requireStart(byte[] bytes) throws JsonException {
        if (bytes.length == 0) {
            throw new JsonException("it is empty");
        }
        if (bytes.length > 2 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            throw new JsonException("it starts with a byte order mark");
        }
    }

    /** TUF 4.2: refuse two signatures with one key id. */
    private static Map<String, String> signatures(JsonObject json) throws JsonException {
        Map<String, String> signatures = new HashMap<>();
        for (JsonObject signature : json.objects("signatures")) {
            if (signatures.put(signature.text("keyid"), signature.text("sig")) != null) {
                throw json.refuse("signatures", "one signature for each key id");
            }
        }
        return signatures;
    }

    String name() {
        return document.name();
    }

    /** The bytes that the signatures cover. */
    byte[] canonical() throws SourceException {
        try {
            return CanonicalJson.of(signed);
        } catch (JsonException e) {
            throw MetadataErrors.malformed(name(), e);
        }
    }

    /** Reads the signed part if it has this type and a known version of the specification. */
    <T> T as(RoleName type, Parser<T> parser) throws VerificationException {
        try {
            if (!signed.text("_type").equals(type.value())) {
                throw signed.refuse("_type", type.value());
            }
            if (!SPECIFICATION.matcher(signed.text("spec_version")).matches()) {
                throw signed.refuse("spec_version", "1.x");
            }
            return parser.parse(signed);
        } catch (JsonException e) {
            throw MetadataErrors.invalid(name(), e);
        }
    }
}
