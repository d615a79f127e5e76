package cco.core.tuf;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Percent-encoding (RFC 3986 section 2.1) of names from outside. */
final class PercentEncoding {

    private static final String UNRESERVED = "-._~";

    private PercentEncoding() {}

    /** Encodes a name as one segment of a URL: everything but unreserved characters, slashes too. */
    static String segment(String name) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
            char letter = (char) (octet & 0xff);
            boolean plain = letter < 0x80 && Character.isLetterOrDigit(letter) || UNRESERVED.indexOf(letter) >= 0;
            encoded.append(plain ? String.valueOf(letter) : String.format("%%%02X", (int) letter));
        }
        return encoded.toString();
    }

    /** Encodes each segment of a path. */
    static String path(String path) {
        return Arrays.stream(path.split("/", -1)).map(PercentEncoding::segment).collect(Collectors.joining("/"));
    }
}
