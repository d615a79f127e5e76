package cco.core.tuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Percent-encoding (RFC 3986 section 2.1) of names that somebody else chose. */
final class Percent {

    private static final String UNRESERVED = "-._~";

    private Percent() {}

    /** The name with everything but unreserved characters encoded, the slash too: one segment of an address. */
    static String segment(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter < 0x80 && Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0;
            encoded.append(plain ? String.valueOf(letter) : String.format("%%%02X", (int) letter));
        }
        return encoded.toString();
    }

    /** The path with each of its segments encoded. */
    static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(Percent::segment).collect(Collectors.joining("/"));
    }
}
