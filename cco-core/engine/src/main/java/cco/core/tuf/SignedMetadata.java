package cco.core.tuf;

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
 * A metadata file taken apart (section 4.2), not yet believed: what is said, the canonical bytes that were signed, and
 * each key id's signature. Verified and parsed are the same object.
 */
record SignedMetadata(String name, JsonObject signed, byte[] canonical, Map<String, String> signatures) {

    /** Reads one role's part of what was signed. */
    @FunctionalInterface
    interface Reading<T> {
        T of(JsonObject signed) throws JsonException;
    }

    private static final Pattern SPECIFICATION = Pattern.compile("1(\\.\\d+){1,2}");

    static SignedMetadata read(UntrustedBytes document) throws VerificationException {
        try {
            JsonObject json = Json.parse(document.bytes());
            JsonObject signed = json.object("signed");
            return new SignedMetadata(document.name(), signed, CanonicalJson.of(signed), signatures(json));
        } catch (JsonException e) {
            throw MetadataErrors.malformed(document.name(), e);
        }
    }

    /** A key id that occurs twice is refused, as the specification says, and not only counted once. */
    private static Map<String, String> signatures(JsonObject json) throws JsonException {
        Map<String, String> signatures = new HashMap<>();
        for (JsonObject signature : json.objects("signatures")) {
            if (signatures.put(signature.text("keyid"), signature.text("sig")) != null) {
                throw json.refuse("signatures", "one signature for each key id");
            }
        }
        return signatures;
    }

    /** What is said, if it is of this type and of a version of the specification that this client knows. */
    <T> T as(RoleName type, Reading<T> reading) throws VerificationException {
        try {
            if (!signed.text("_type").equals(type.value())) {
                throw signed.refuse("_type", type.value());
            }
            if (!SPECIFICATION.matcher(signed.text("spec_version")).matches()) {
                throw signed.refuse("spec_version", "1.x");
            }
            return reading.of(signed);
        } catch (JsonException e) {
            throw MetadataErrors.malformed(name, e);
        }
    }
}
