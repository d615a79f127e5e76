package cco.publisher.keys;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.PBEParameterSpec;

/** Private keys in PKCS#8 (RFC 5958), encrypted by PBES2 (RFC 8018) as OpenSSL does it. */
final class Pkcs8 {

    private static final List<String> ALGORITHMS = List.of("Ed25519", "EC", "RSA");
    private static final String ENCRYPTION = "PBEWithHmacSHA512AndAES_256";

    /** What OWASP recommends for PBKDF2 with SHA-512. */
    private static final int ITERATIONS = 210_000;

    private static final int BLOCK = 16;

    private Pkcs8() {}

    static PrivateKey decode(byte[] encoded) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            } catch (InvalidKeySpecException e) {
                continue; // of another algorithm
            }
        }
        throw new InvalidKeyException("not a private key of a known algorithm");
    }

    /**
     * Opens an encrypted key.
     *
     * @throws InvalidKeyException if the passphrase is wrong or the key is damaged; both look the same
     * @throws GeneralSecurityException if the JDK does not know the encryption
     */
    static PrivateKey decrypt(byte[] encrypted, char[] passphrase) throws GeneralSecurityException {
        EncryptedPrivateKeyInfo info;
        AlgorithmParameters parameters;
        try {
            info = new EncryptedPrivateKeyInfo(encrypted);
            parameters = info.getAlgParameters();
        } catch (IOException e) {
            throw new GeneralSecurityException("it uses an unknown encryption", e);
        }
        if (parameters == null) {
            throw new GeneralSecurityException("it uses an unknown encryption");
        }
        String algorithm = parameters.toString(); // the name would be only "PBES2"
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secret(algorithm, passphrase), parameters);
        byte[] plain = plain(info, cipher);
        try {
            return decode(plain);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    private static byte[] plain(EncryptedPrivateKeyInfo info, Cipher cipher) throws InvalidKeyException {
        try {
            return info.getKeySpec(cipher).getEncoded();
        } catch (InvalidKeySpecException e) {
            throw new InvalidKeyException("the passphrase is wrong", e);
        }
    }

    static byte[] encrypt(PrivateKey key, char[] passphrase) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(ENCRYPTION);
        PBEParameterSpec spec = new PBEParameterSpec(random(), ITERATIONS, new IvParameterSpec(random()));
        cipher.init(Cipher.ENCRYPT_MODE, secret(ENCRYPTION, passphrase), spec);
        byte[] plain = key.getEncoded();
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("PBES2");
            parameters.init(cipher.getParameters().getEncoded());
            return new EncryptedPrivateKeyInfo(parameters, cipher.doFinal(plain)).getEncoded();
        } catch (IOException e) {
            throw new AssertionError("the parameters were encoded in memory", e);
        } finally {
            Arrays.fill(plain, (byte) 0);
        }
    }

    /** A salt, or the initial vector of AES. */
    private static byte[] random() {
        byte[] bytes = new byte[BLOCK];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    private static SecretKey secret(String algorithm, char[] passphrase) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(passphrase);
        try {
            return SecretKeyFactory.getInstance(algorithm).generateSecret(spec);
        } finally {
            spec.clearPassword();
        }
    }
}
