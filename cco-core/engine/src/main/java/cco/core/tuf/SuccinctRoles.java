package cco.core.tuf;

import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import java.util.HexFormat;
import java.util.Map;

/**
 * Hash bins (TUF 4.5, TAP 15): 2 to the power of {@code bits} roles with the same keys, named by the prefix and the
 * bin's number. The first bits of the digest of a target's path are the number of its bin.
 */
record SuccinctRoles(String prefix, int bits, RoleKeys keys) implements Delegations.Rule {

    private static final int MAX_BITS = 32;
    private static final int BITS_PER_DIGIT = 4;

    static SuccinctRoles read(JsonObject json, Map<String, TufKey> keys) throws JsonException {
        long bits = json.whole("bit_length");
        if (bits < 1 || bits > MAX_BITS) {
            throw json.refuse("bit_length", "1 to " + MAX_BITS);
        }
        return new SuccinctRoles(json.text("name_prefix"), (int) bits, RoleKeys.read(json, keys));
    }

    @Override
    public boolean covers(String path) {
        return true;
    }

    @Override
    public DelegatedRole role(String path) {
        long first = HexFormat.fromHexDigitsToLong(Delegations.digest(path), 0, MAX_BITS / BITS_PER_DIGIT);
        long bin = first >>> MAX_BITS - bits;
        int digits = (bits + BITS_PER_DIGIT - 1) / BITS_PER_DIGIT;
        String number = HexFormat.of().toHexDigits(bin, digits);
        return new DelegatedRole(new RoleName(prefix + "-" + number), keys, true);
    }
}
