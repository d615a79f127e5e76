package cco.core.jimage;

import java.io.ByteArrayOutputStream;

/** The zero bytes that follow the locations and the strings of an image. */
final class Padding {

    private Padding() {}

    /** Appends (size − 1) mod 4 zero bytes, the image format's own rule. */
    static void apply(ByteArrayOutputStream bytes) {
        int count = bytes.size() - 1 & 3;
        for (int i = 0; i < count; i++) {
            bytes.write(0);
        }
    }
}
