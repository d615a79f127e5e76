package cco.verifier.gpg;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.bcpg.ArmoredInputStream;

/** Radix-64 around OpenPGP packets (RFC 4880 §6.2), told apart from bare packets by the first byte. */
final class Armour {

    private Armour() {}

    /**
     * The packets, whether or not they are armoured.
     *
     * @param kind what the armour must say it holds, such as {@code SIGNATURE}
     * @param what names the file in messages
     */
    static byte[] opened(byte[] bytes, String kind, String what) throws RefusedException {
        if (bytes.length == 0) {
            throw new RefusedException(what + " is empty");
        }
        // RFC 4880 §4.2: every packet begins with bit 7 set, and no text does.
        if (bytes[0] < 0) {
            return bytes;
        }
        String begin = "-----BEGIN PGP " + kind + "-----";
        if (!new String(bytes, StandardCharsets.ISO_8859_1).contains(begin)) {
            throw new RefusedException(what + " does not begin with " + begin);
        }
        try {
            return blocks(bytes, begin, what);
        } catch (IOException | RuntimeException e) {
            // The library answers damaged input with both; which, and how worded, is of no use to the user.
            throw new RefusedException("the armour of " + what + " is damaged", e);
        }
    }

    /** Several blocks one after the other count as one, as if their packets had been joined. */
    private static byte[] blocks(byte[] bytes, String begin, String what) throws IOException, RefusedException {
        ByteArrayOutputStream packets = new ByteArrayOutputStream();
        try (ArmoredInputStream armour = new ArmoredInputStream(new ByteArrayInputStream(bytes))) {
            while (!armour.isEndOfStream()) {
                String header = armour.getArmorHeaderLine();
                byte[] block = armour.readAllBytes();
                if (header != null && !header.equals(begin)) {
                    throw new RefusedException(what + " does not begin with " + begin);
                }
                packets.write(block);
            }
        }
        return packets.toByteArray();
    }
}
