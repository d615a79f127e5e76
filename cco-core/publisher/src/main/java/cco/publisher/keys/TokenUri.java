package cco.publisher.keys;

import cco.core.error.UsageException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A PKCS#11 URI (RFC 7512) that identifies one key:
 * {@code pkcs11:object=LABEL[;slot-id=N]?module-path=LIBRARY&pin-source=env:NAME}.
 *
 * @param text the original text
 * @param library the token's driver, a shared library
 * @param slot the slot's number; the library's first slot with a token if left out
 * @param object the label of the key, and of its certificate
 * @param pinSource {@code env:NAME} or {@code file:PATH}
 */
public record TokenUri(String text, String library, Optional<Long> slot, String object, String pinSource) {

    private static final Set<String> KNOWN = Set.of("slot-id", "object", "type", "module-path", "pin-source");
    private static final Pattern SLOT = Pattern.compile("[0-9]{1,10}");
    private static final String HINT =
            "write pkcs11:object=LABEL;slot-id=NUMBER?module-path=LIBRARY&pin-source=env:NAME";

    /** Refuses unknown attributes, because ignoring one could select another key. */
    static TokenUri parse(String text) throws UsageException {
        Map<String, String> attributes = new HashMap<>();
        for (String attribute : text.substring(text.indexOf(':') + 1).split("[;?&]")) {
            int equals = attribute.indexOf('=');
            String name = equals < 0 ? attribute : attribute.substring(0, equals);
            if (!KNOWN.contains(name)) {
                throw new UsageException("unknown attribute in a PKCS#11 URI: " + name, HINT);
            }
            if (equals < 0 || attributes.put(name, decode(attribute.substring(equals + 1))) != null) {
                throw new UsageException("not a PKCS#11 URI: " + text, HINT);
            }
        }
        String slot = attributes.getOrDefault("slot-id", "0");
        if (!SLOT.matcher(slot).matches()) {
            throw new UsageException("not a slot number: " + slot, HINT);
        }
        Optional<Long> number = Optional.ofNullable(attributes.get("slot-id")).map(Long::valueOf);
        return new TokenUri(
                text,
                required(attributes, "module-path"),
                number,
                required(attributes, "object"),
                required(attributes, "pin-source"));
    }

    private static String required(Map<String, String> attributes, String name) throws UsageException {
        String value = attributes.getOrDefault(name, "");
        if (value.isEmpty() || value.indexOf('\n') >= 0) {
            throw new UsageException("the PKCS#11 URI lacks " + name, HINT);
        }
        return value;
    }

    /** Decodes a value; unlike in forms, a plus sign stands for itself. */
    private static String decode(String value) throws UsageException {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new UsageException("not percent-encoded: " + value, HINT, e);
        }
    }
}
