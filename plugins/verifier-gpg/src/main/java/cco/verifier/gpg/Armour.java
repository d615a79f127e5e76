package cco.verifier.gpg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.ArmoredInputStream;

/** ASCII armour around OpenPGP packets (RFC 4880 §6.2), distinguished from bare packets by the first byte. */
final class Armour {

    private Armour() {}

    /**
     * Returns the packets, armored or not.
     *
     * @param kind the content that the armor must declare, such as {@code SIGNATURE}
     * @param what the name of the file in messages
     */
    static byte[] decode(byte[] bytes, String kind, String what) throws RefusedException {
        if (bytes.length == 0) {
            throw new RefusedException(what + " is empty");
        }
        // RFC 4880 §4.2: every packet starts with bit 7 set, and no ASCII text does.
        if (bytes[0] < 0) {
            return bytes;
        }
        String begin = "-----BEGIN PGP " + kind + "-----";
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(begin)) {
            throw new RefusedException(what + " does not start with " + begin);
        }
        try {
            return blocks(bytes, begin, what);
        } catch (IOException | RuntimeException e) {
            // The library throws both for damaged input, and its messages do not help users.
            throw new RefusedException("the armor of " + what + " is damaged", e);
        }
    }

    /** Joins the packets of several blocks. */
    private static byte[] blocks(byte[] bytes, String begin, String what) throws IOException, RefusedException {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        try (ArmoredInputStream armour = new ArmoredInputStream(new ByteArrayInputStream(bytes))) {
            while (!armour.isEndOfStream()) {
                String header = armour.getArmorHeaderLine();
                byte[] block = armour.readAllBytes();
                if (header != null && !header.equals(begin)) {
                    throw new RefusedException(what + " does not start with " + begin);
                }
                packets.write(block);
            }
        }
        return packets.toByteArray();
    }
}
