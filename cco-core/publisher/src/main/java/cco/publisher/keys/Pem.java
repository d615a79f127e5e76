package cco.publisher.keys;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One block of a textual encoding (RFC 7468).
 *
 * @param label the kind of content, such as {@code PRIVATE KEY}
 */
record Pem(String label, byte[] bytes) {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----\\s([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final int LINE = 64;

    static Pem of(String label, byte[] bytes) {
        return new Pem(label, bytes);
    }

    /** The first block whose label ends with this text. */
    static Optional<Pem> find(String text, String ending) {
        Matcher blocks = BLOCK.matcher(text);
        while (blocks.find()) {
            if (blocks.group(1).endsWith(ending)) {
                return decode(blocks.group(2)).map(bytes -> new Pem(blocks.group(1), bytes));
            }
        }
        return Optional.empty();
    }

    /** Decodes base64, ignoring white space; returns nothing for other text. */
    static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("\\s", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    String text() {
        byte[] lines = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encode(bytes);
        return "-----BEGIN " + label + "-----\n" + new String(lines, StandardCharsets.US_ASCII) + "\n-----END " + label
                + "-----\n";
    }
}
