package cco.core.jimage;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** The table of strings in an image: each once, in UTF-8, ended by a zero byte, found by its offset. */
final class ImageStrings {

    private final Map<String, Integer> offsets = new HashMap<>();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** Creates a table with the two strings that every image starts with. */
    ImageStrings() {
        offset("");
        offset("class");
    }

    /** Returns the string's offset; a new string goes to the end. */
    int offset(String string) {
        Integer known = offsets.get(string);
        if (known != null) {
            return known;
        }
        int offset = bytes.size();
        bytes.writeBytes(string.getBytes(StandardCharsets.UTF_8));
        bytes.write(0);
        offsets.put(string, offset);
        return offset;
    }

    /** Returns the padded table. */
    byte[] bytes() {
        Padding.apply(bytes);
        return bytes.toByteArray();
    }
}
