package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.InvalidKeyException;
import java.security.KeyPairGenerator;
import org.junit.jupiter.api.Test;

class PublicKeyInfoTest {

    /** The offsets of the lengths in a key of 2048 bits, from outside to the modulus. */
    private static final int[] LENGTHS = {3, 22, 27, 31};

    private static final int MODULUS = 32;

    @Test
    void rsaKeyWithLeadingZero_hasTheSameId() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] encoded = generator.generateKeyPair().getPublic().getEncoded();
        byte[] padded = new byte[encoded.length + 1];
        System.arraycopy(encoded, 0, padded, 0, MODULUS);
        System.arraycopy(encoded, MODULUS, padded, MODULUS + 1, encoded.length - MODULUS);
        for (int length : LENGTHS) {
            padded[length]++;
        }

        assertEquals(
                PublicKeyInfo.decode(encoded).id(), PublicKeyInfo.decode(padded).id());
    }

    @Test
    void otherBytes_areRefused() {
        assertThrows(InvalidKeyException.class, () -> PublicKeyInfo.decode(new byte[] {0x30, 0}));
    }
}
