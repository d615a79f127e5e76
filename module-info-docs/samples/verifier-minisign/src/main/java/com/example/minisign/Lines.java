package com.example.minisign;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;

/** The lines of minisign's files, in turn comments and base64. */
final class Lines {

    private final String what;
    private final Iterator<String> lines;

    /** The name of the file is for messages. */
    Lines(String what, byte[] file) {
        this.what = what;
        this.lines = new String(file, StandardCharsets.UTF_8).lines().iterator();
    }

    /** The next line, which begins with these words, without them. */
    String comment(String words) throws FormatException {
        String line = next();
        if (!line.startsWith(words)) {
            throw new FormatException(what + " has no line \"" + words.strip() + "\" where there must be one");
        }
        return line.substring(words.length());
    }

    /** The bytes of the next line. */
    byte[] bytes(int length) throws FormatException {
        try {
            byte[] bytes = Base64.getDecoder().decode(next());
            if (bytes.length == length) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Told below.
        }
        throw new FormatException(what + " does not hold " + length + " bytes in base64 where it must");
    }

    private String next() throws FormatException {
        if (!lines.hasNext()) {
            throw new FormatException(what + " ends too early");
        }
        return lines.next();
    }
}
