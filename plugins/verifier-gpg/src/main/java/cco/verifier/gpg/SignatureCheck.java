package cco.verifier.gpg;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.SignatureException;
import java.util.Map;

/** The check of one signature with one key over a stream of bytes. */
final class SignatureCheck {

    /** The accepted digests: OpenPGP's numbers and the names in the JDK. */
    private static final Map<Integer, String> STRONG = Map.of(8, "SHA256", 9, "SHA384", 10, "SHA512");

    private static final Map<Integer, String> WEAK = Map.of(1, "MD5", 2, "SHA1", 3, "RIPEMD160", 11, "SHA224");

    private final PgpSignature signature;
    private final byte[] numbers;
    private final Signature verifier;

    /** The digest that an Ed25519 key signs instead of the message; null for other keys. */
    private final MessageDigest digest;

    private SignatureCheck(PgpSignature signature, PgpKey key, String hash) throws RefusedException {
        if (signature.keyAlgorithm() != key.packet().getAlgorithm()) {
            throw new RefusedException("a signature has another algorithm than the key that it names");
        }
        VerificationKey verification = VerificationKey.of(key);
        boolean signsDigest = verification.algorithm() == VerificationKey.Algorithm.ED25519;
        this.signature = signature;
        this.numbers = verification.numbers(signature.packet());
        try {
            this.digest = signsDigest ? MessageDigest.getInstance(hash.replace("SHA", "SHA-")) : null;
            this.verifier = Signature.getInstance(
                    signsDigest ? "Ed25519" : hash + verification.algorithm().suffix());
            verifier.initVerify(verification.key());
        } catch (GeneralSecurityException e) {
            throw new RefusedException("a signature by " + key + " with " + hash + " cannot be checked", e);
        }
    }

    /** For a signature that grants trust. */
    static SignatureCheck of(PgpSignature signature, PgpKey key) throws RefusedException {
        signature.requireUnderstood();
        String hash = STRONG.get(signature.hashAlgorithm());
        if (hash == null) {
            throw new RefusedException("a signature uses the digest " + name(signature.hashAlgorithm())
                    + ", which is not accepted: sign with SHA-256, SHA-384 or SHA-512");
        }
        return new SignatureCheck(signature, key, hash);
    }

    /** For a signature that revokes trust. */
    static SignatureCheck ofRevocation(PgpSignature signature, PgpKey key) throws RefusedException {
        int hash = signature.hashAlgorithm();
        return new SignatureCheck(signature, key, STRONG.getOrDefault(hash, name(hash)));
    }

    /** Adds the next signed bytes. */
    void update(byte[] bytes, int count) {
        try {
            if (digest == null) {
                verifier.update(bytes, 0, count);
            } else {
                digest.update(bytes, 0, count);
            }
        } catch (SignatureException e) {
            throw new AssertionError("the verifier was initialized", e);
        }
    }

    /** Ends the check: whether the signature covers exactly the added bytes. */
    boolean matches() {
        byte[] trailer = signature.trailer();
        update(trailer, trailer.length);
        try {
            if (digest != null) {
                verifier.update(digest.digest());
            }
            return verifier.verify(numbers);
        } catch (SignatureException e) {
            // The JDK throws this for numbers that cannot be a signature.
            return false;
        }
    }

    /** Whether the signature covers these bytes. */
    boolean matches(byte[] bytes) {
        update(bytes, bytes.length);
        return matches();
    }

    private static String name(int hash) {
        return WEAK.getOrDefault(hash, "of number " + hash);
    }
}
