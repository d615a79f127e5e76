package cco.verifier.gpg;

import static cco.verifier.gpg.Download.CONTENT;
import static cco.verifier.gpg.Gpg.START;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accepted keys and digests, on signatures by gpg. */
class AlgorithmsTest {

    @TempDir
    private static Path temporary;

    private static Gpg gpg;
    private static String rsa;

    @BeforeAll
    static void makeKey() throws Exception {
        gpg = new Gpg(temporary.resolve("home"));
        rsa = gpg.key("rsa", "rsa2048", "sign", "never");
    }

    @AfterAll
    static void end() throws Exception {
        if (gpg != null) {
            gpg.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa2048", "rsa3072", "nistp256", "nistp384", "ed25519"})
    void strongKey_isAccepted(String algorithm) throws Exception {
        String key = gpg.key("strong-" + algorithm, algorithm, "sign", "never");
        byte[] keyring = gpg.keyring(key);
        Download.of(keyring, gpg.sign(key, CONTENT)).isAccepted(START, key);
        Download.of(keyring, gpg.sign(key, CONTENT, "--armor")).isAccepted(START, key);
        Download.of(keyring, gpg.sign(key, "anything else")).isRejected(START, "does not match this file");
    }

    @ParameterizedTest
    @CsvSource({
        "rsa1024, is an RSA key of fewer than 2048 bits",
        "dsa2048, number 17 in OpenPGP",
        "nistp521, number 19 in OpenPGP",
        "brainpoolP256r1, number 19 in OpenPGP",
        "secp256k1, number 19 in OpenPGP",
    })
    void otherKey_isRefused(String algorithm, String reason) throws Exception {
        String key = gpg.key("other-" + algorithm, algorithm, "sign", "never");
        Download.of(gpg.keyring(key), gpg.sign(key, CONTENT)).isRejected(START, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA256", "SHA384", "SHA512"})
    void strongDigest_isAccepted(String digest) throws Exception {
        Download.of(gpg.keyring(rsa), gpg.sign(rsa, CONTENT, "--digest-algo", digest))
                .isAccepted(START, rsa);
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5", "SHA1", "RIPEMD160", "SHA224"})
    void weakDigest_isRefused(String digest) throws Exception {
        byte[] signature = gpg.sign(rsa, CONTENT, "--digest-algo", digest, "--allow-weak-digest-algos");
        Download.of(gpg.keyring(rsa), signature).isRejected(START, "uses the digest " + digest);
    }

    @Test
    void selfSignatureWithWeakDigest_isRefused() throws Exception {
        String key = gpg.key("old", "rsa2048", "sign", "never", "--cert-digest-algo", "SHA1");
        Download.of(gpg.keyring(key), gpg.sign(key, CONTENT)).isRejected(START, "has no accepted signature of itself");
    }

    @Test
    void revocationWithWeakDigest_counts() throws Exception {
        String key = gpg.key("lost", "rsa2048", "sign", "never");
        byte[] signature = gpg.sign(key, CONTENT);
        gpg.revoke(key, Gpg.COMPROMISED, "--cert-digest-algo", "SHA1");
        Download.of(gpg.keyring(key), signature).isRejected(START, "was revoked");
    }
}
