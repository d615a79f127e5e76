package com.example.minisign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;

/** Reads the lines of a minisign file: comments and base64 in turn. */
final class Lines {

    private final String what;
    private final Iterator<String> lines;

    /** Creates a reader; {@code what} names the file in messages. */
    Lines(String what, byte[] file) {
        this.what = what;
        this.lines = new String(file, StandardCharsets.UTF_8).lines().iterator();
    }

    /** Reads a line that starts with these words, and returns the rest. */
    String comment(String words) throws FormatException {
        String line = next();
        if (!line.startsWith(words)) {
            throw new FormatException(what + " has no line \"" + words.strip() + "\"");
        }
        return line.substring(words.length());
    }

    /** Reads a line of base64. */
    byte[] bytes(int length) throws FormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(next());
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new FormatException(what + " does not contain " + length + " bytes in base64");
    }

    private String next() throws FormatException {
        if (!lines.hasNext()) {
            throw new FormatException(what + " ends too early");
        }
        return lines.next();
    }
}
