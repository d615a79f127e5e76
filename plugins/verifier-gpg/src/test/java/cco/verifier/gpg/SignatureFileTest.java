package cco.verifier.gpg;

import static cco.verifier.gpg.Download.CONTENT;
import static cco.verifier.gpg.Gpg.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The accepted content of a signature file. */
class SignatureFileTest {

    /** The index of the version in a signature of less than 192 bytes. */
    private static final int VERSION_AT = 2;

    /** The length of an Ed25519 signature's two numbers of 32 bytes, each behind its length in bits. */
    private static final int NUMBERS = 2 * (2 + 32);

    @TempDir
    private static Path temporary;

    private static Gpg gpg;
    private static String pinned;
    private static String stranger;
    private static byte[] keyring;
    private static byte[] good;

    @BeforeAll
    static void makeKeys() throws Exception {
        gpg = new Gpg(temporary.resolve("home"));
        pinned = gpg.key("pinned", "ed25519", "sign", "never");
        stranger = gpg.key("stranger", "ed25519", "sign", "never");
        keyring = gpg.keyring(pinned);
        good = gpg.sign(pinned, CONTENT);
    }

    @AfterAll
    static void end() throws Exception {
        if (gpg != null) {
            gpg.close();
        }
    }

    private static byte[] joined(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static void isRejected(byte[] signature, String reason) throws IOException {
        Download.of(keyring, signature).isRejected(START, reason);
    }

    @Test
    void verifier_isFoundAsService() {
        getClass().getModule().addUses(Verifier.class);
        Verifier verifier = ServiceLoader.load(Verifier.class).findFirst().get();
        assertInstanceOf(GpgVerifier.class, verifier);
        assertEquals("gpg", verifier.id());
    }

    @Test
    void evidence_namesTheFullFingerprint() throws Exception {
        assertEquals(
                new Verdict.Accepted("signed at 2026-01-01 00:00 UTC by " + pinned + " of the pinned key " + pinned),
                Download.of(keyring, good).verdict(START));
    }

    @Test
    void binarySignature_isUsedWithoutArmouredOne() throws Exception {
        new Download(CONTENT, keyring, Map.of(".sig", good)).isAccepted(START, pinned);
        new Download(CONTENT, keyring, Map.of(".sig", good, ".asc", new byte[0])).isRejected(START, "is empty");
    }

    @Test
    void missingSignatureOrKeyring_isRejected() throws Exception {
        new Download(CONTENT, keyring, Map.of())
                .isRejected(START, "not signed: there is neither app.tar.gz.asc nor app.tar.gz.sig");
        new Download(CONTENT, null, Map.of(".asc", good)).isRejected(START, "no OpenPGP keyring is pinned");
    }

    @Test
    void otherFile_isRejected() throws Exception {
        new Download(CONTENT.strip(), keyring, Map.of(".asc", good))
                .isRejected(START, "the signature by " + pinned + " does not match this file");
    }

    @Test
    void unpinnedKey_isRejectedByFingerprint() throws Exception {
        isRejected(gpg.sign(stranger, CONTENT), "signed by " + stranger + ", which is not pinned");
    }

    @Test
    void forgedIssuer_isRejected() throws Exception {
        byte[] forged = ofFullLength(stranger);
        byte[] named = ofFullLength(pinned);
        System.arraycopy(named, 0, forged, 0, named.length - NUMBERS - 2);
        isRejected(forged, "does not match this file");
    }

    /** A signature whose numbers have no leading zero byte, which OpenPGP would omit (RFC 9580 §3.2). */
    private static byte[] ofFullLength(String key) throws Exception {
        for (int i = 0; ; i++) {
            byte[] signature = gpg.sign(key, CONTENT + i);
            ByteBuffer numbers = ByteBuffer.wrap(signature, signature.length - NUMBERS, NUMBERS)
                    .slice();
            if (isFull(numbers.getShort(0)) && isFull(numbers.getShort(NUMBERS / 2))) {
                return signature;
            }
        }
    }

    private static boolean isFull(int bits) {
        return bits > 31 * 8 && bits <= 32 * 8;
    }

    @Test
    void oneValidSignature_isEnoughInAnyOrder() throws Exception {
        byte[] strangers = gpg.sign(stranger, CONTENT);
        Download.of(keyring, joined(strangers, good)).isAccepted(START, pinned);
        Download.of(keyring, joined(good, strangers)).isAccepted(START, pinned);
        Download.of(keyring, gpg.sign(pinned, CONTENT, "-u", stranger, "--armor"))
                .isAccepted(START, pinned);
        byte[] two = joined(gpg.sign(stranger, CONTENT, "--armor"), gpg.sign(pinned, CONTENT, "--armor"));
        Download.of(keyring, two).isAccepted(START, pinned);
    }

    @Test
    void allBadSignatures_areReported() throws Exception {
        byte[] both = joined(gpg.sign(stranger, CONTENT), gpg.sign(pinned, "another"));
        isRejected(both, "signed by " + stranger);
        isRejected(both, "does not match this file");
    }

    @Test
    void tooManySignatures_areRejected() throws Exception {
        byte[] many = new byte[0];
        for (int i = 0; i < 17; i++) {
            many = joined(many, good);
        }
        isRejected(many, "17 signatures");
    }

    @ParameterizedTest
    @CsvSource({
        "--textmode, a signature covers text",
        "--clear-sign, does not start with -----BEGIN PGP SIGNATURE-----",
        "--sign, the signature file holds",
    })
    void otherKindOfSignature_isRejected(String option, String reason) throws Exception {
        isRejected(gpg.sign(pinned, CONTENT, option), reason);
    }

    @Test
    void inlineSignature_isRejected() throws Exception {
        isRejected(gpg.sign(pinned, CONTENT, "--sign", "--armor"), "does not start with");
    }

    @Test
    void unknownCriticalCondition_isRejected() throws Exception {
        isRejected(gpg.sign(pinned, CONTENT, "--sig-notation", "!only@example.org=tuesdays"), "subpacket 20");
        byte[] remark = gpg.sign(pinned, CONTENT, "--sig-notation", "remark@example.org=tuesday");
        Download.of(keyring, remark).isAccepted(START, pinned);
    }

    @ParameterizedTest
    @ValueSource(bytes = {2, 3, 5, 6, 0, -1})
    void otherVersion_isRejected(byte version) throws Exception {
        byte[] other = good.clone();
        other[VERSION_AT] = version;
        isRejected(other, "version " + version + " is not supported");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>404</html>",
                "-----BEGIN PGP SIGNATURE-----",
                "-----BEGIN PGP SIGNATURE-----\n\n%%%\n",
                "\n\n\n",
                "-----BEGIN PGP SIGNATURE-----\n\n=AAAA\n-----END PGP SIGNATURE-----\n",
            })
    void text_isRejected(String text) throws Exception {
        isRejected(text.getBytes(StandardCharsets.UTF_8), "the signature file");
    }

    @Test
    void falseLength_allocatesNoMemory() throws Exception {
        isRejected(new byte[] {(byte) 0xc2, (byte) 0xff, 0x7f, -1, -1, -1, 4}, "truncated");
        isRejected(new byte[] {(byte) 0xc2, 12, 4, 0, 22, 8, -1, -1, 1, 1, 1, 1, 1, 1}, "damaged");
        isRejected(new byte[1 << 20], "larger than 65536 bytes");
    }

    @Test
    void everyTruncation_isRejected() throws Exception {
        byte[] armored = gpg.sign(pinned, CONTENT, "--armor");
        for (int length = 0; length < good.length; length++) {
            isRejected(Arrays.copyOf(good, length), "");
        }
        // What ends within the closing line has lost nothing that matters.
        int closing = new String(armored, StandardCharsets.US_ASCII).indexOf("\n=");
        for (int length = 0; length < closing; length++) {
            isRejected(Arrays.copyOf(armored, length), "");
        }
    }

    @Test
    void noise_isRejectedWithoutException() throws Exception {
        Random random = new Random(7);
        byte[] armored = gpg.sign(pinned, CONTENT, "--armor");
        for (int i = 0; i < 1000; i++) {
            byte[] noisy = (i % 2 == 0 ? good : armored).clone();
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            }
            Verdict verdict = Download.of(keyring, noisy).verdict(START);
            if (verdict instanceof Verdict.Accepted(String evidence)) {
                assertTrue(evidence.contains(pinned), evidence);
            }
        }
    }
}
