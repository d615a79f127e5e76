package cco.verifier.gpg;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;

/** Computes whether one signature is by one key over the bytes that are given to it. */
final class SignatureCheck {

    /** OpenPGP's numbers for digests that may vouch for something, and their names in the JDK. */
    private static final Map<Integer, String> STRONG = Map.of(8, "SHA256", 9, "SHA384", 10, "SHA512");

    private static final Map<Integer, String> WEAK = Map.of(1, "MD5", 2, "SHA1", 3, "RIPEMD160", 11, "SHA224");

    private final PgpSignature signature;
    private final byte[] numbers;
    private final Signature verifier;

    /** What an Ed25519 key signs in place of the message; null for the others. */
    private final MessageDigest digest;

    private SignatureCheck(PgpSignature signature, PgpKey key, String hash) throws RefusedException {
        if (signature.keyAlgorithm() != key.packet().getAlgorithm()) {
            throw new RefusedException("a signature does not fit the key that it names");
        }
        VerificationKey jdk = VerificationKey.of(key);
        boolean signsDigest = jdk.scheme() == VerificationKey.Algorithm.ED25519;
        this.signature = signature;
        this.numbers = jdk.numbers(signature.packet());
        try {
            this.digest = signsDigest ? MessageDigest.getInstance(hash.replace("SHA", "SHA-")) : null;
            this.verifier = Signature.getInstance(
                    signsDigest ? "Ed25519" : hash + jdk.scheme().suffix());
            verifier.initVerify(jdk.key());
        } catch (GeneralSecurityException e) {
            throw new RefusedException("a signature by " + key + " with " + hash + " cannot be checked", e);
        }
    }

    /** For a signature that is to vouch for something. */
    static SignatureCheck of(PgpSignature signature, PgpKey key) throws RefusedException {
        signature.requireUnderstood();
        String hash = STRONG.get(signature.hashAlgorithm());
        if (hash == null) {
            throw new RefusedException("a signature uses the digest " + name(signature.hashAlgorithm())
                    + ", which is not admitted: sign with SHA-256, SHA-384 or SHA-512");
        }
        return new SignatureCheck(signature, key, hash);
    }

    /** For a signature that takes something back. */
    static SignatureCheck ofRevocation(PgpSignature signature, PgpKey key) throws RefusedException {
        int hash = signature.hashAlgorithm();
        return new SignatureCheck(signature, key, STRONG.getOrDefault(hash, name(hash)));
    }

    /** The next bytes of what is signed. */
    void update(byte[] bytes, int count) {
        try {
            if (digest == null) {
                verifier.update(bytes, 0, count);
            } else {
                digest.update(bytes, 0, count);
            }
        } catch (SignatureException e) {
            throw new AssertionError("the verifier was initialised", e);
        }
    }

    /** Whether the signature is over all bytes that were given, and no others; ends this check. */
    boolean matches() {
        byte[] trailer = signature.trailer();
        update(trailer, trailer.length);
        try {
            if (digest != null) {
                verifier.update(digest.digest());
            }
            return verifier.verify(numbers);
        } catch (SignatureException e) {
            // The JDK's answer to numbers that cannot be anybody's signature.
            return false;
        }
    }

    /** Whether the signature is over these bytes. */
    boolean matches(byte[] bytes) {
        update(bytes, bytes.length);
        return matches();
    }

    private static String name(int hash) {
        return WEAK.getOrDefault(hash, "of number " + hash);
    }
}
