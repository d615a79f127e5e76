package cco.verifier.gpg;

import static cco.verifier.gpg.Download.CONTENT;
import static cco.verifier.gpg.Gpg.START;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The accepted content of a pinned keyring. */
class KeyringTest {

    @TempDir
    private static Path temporary;

    private static Gpg gpg;
    private static String publisher;
    private static String other;
    private static String signing;
    private static byte[] good;

    @BeforeAll
    static void makeKeys() throws Exception {
        gpg = new Gpg(temporary.resolve("home"));
        publisher = keyWithSubkeys("publisher");
        other = keyWithSubkeys("other");
        signing = gpg.fingerprints(publisher).get(1);
        good = gpg.sign(signing, CONTENT);
    }

    @AfterAll
    static void end() throws Exception {
        if (gpg != null) {
            gpg.close();
        }
    }

    private static String keyWithSubkeys(String name) throws Exception {
        String key = gpg.key(name, "ed25519", "cert", "never");
        gpg.gpg("", "--quick-add-key", key, "ed25519", "sign", "never");
        gpg.gpg("", "--quick-add-key", key, "ed25519", "auth", "never");
        return key;
    }

    /** The keyring's packets that pass a filter. */
    private static byte[] packets(byte[] keyring, Predicate<RawPacket> kept) throws Exception {
        ByteBuffer out = ByteBuffer.allocate(keyring.length);
        for (RawPacket packet : RawPacket.read(keyring, "it")) {
            if (kept.test(packet)) {
                out.put(packet.header()).put(packet.body());
            }
        }
        return Arrays.copyOf(out.array(), out.position());
    }

    private static boolean isType(RawPacket packet, int type) {
        return packet.tag() == RawPacket.SIGNATURE && packet.body()[1] == type;
    }

    @Test
    void armoredKeyringWithSeveralKeys_isAccepted() throws Exception {
        Download.of(gpg.keyring(other, publisher), good).isAccepted(START, signing, publisher);
        byte[] armored = gpg.gpg("", "--armor", "--export", other, publisher);
        Download.of(armored, good).isAccepted(START, signing, publisher);
    }

    @Test
    void encryptionSubkey_isRefused() throws Exception {
        // gpg will not sign with such a key, so the one that may sign loses that right in the keyring.
        String key = gpg.key("changing", "ed25519", "sign", "never");
        byte[] signature = gpg.sign(key, CONTENT);
        gpg.at(START.plusSeconds(60))
                .gpg("change-usage\nS\nQ\nsave\n", "--no-batch", "--expert", "--command-fd", "0", "--edit-key", key);
        Download.of(gpg.keyring(key), signature).isRejected(START, "is not meant for signing files");
        gpg.at(START);
    }

    @Test
    void unboundSubkey_isRefused() throws Exception {
        byte[] stripped = packets(gpg.keyring(publisher), packet -> !isType(packet, PgpSignature.SUBKEY_BINDING));
        Download.of(stripped, good).isRejected(START, "has no accepted signature of its subkey " + signing);
    }

    @Test
    void foreignSubkey_isRefused() throws Exception {
        byte[] primary = packets(
                gpg.keyring(other),
                packet -> packet.tag() != RawPacket.PUBLIC_SUBKEY && !isType(packet, PgpSignature.SUBKEY_BINDING));
        byte[] subkeys = packets(
                gpg.keyring(publisher),
                packet -> packet.tag() == RawPacket.PUBLIC_SUBKEY || isType(packet, PgpSignature.SUBKEY_BINDING));
        byte[] adopted = ByteBuffer.allocate(primary.length + subkeys.length)
                .put(primary)
                .put(subkeys)
                .array();
        Download.of(adopted, good).isRejected(START, "the key " + other + " has no accepted signature of its subkey");
    }

    @Test
    void subkeyWithoutBackSignature_isRefused() throws Exception {
        // What a thief of signatures would publish: a true binding by the pinned key, and no answer of the subkey's.
        ByteBuffer out = ByteBuffer.allocate(gpg.keyring(publisher).length);
        for (RawPacket packet : RawPacket.read(gpg.keyring(publisher), "it")) {
            boolean isBinding = isType(packet, PgpSignature.SUBKEY_BINDING);
            RawPacket put = isBinding ? RawPacket.of(packet.tag(), withoutUnsigned(packet.body())) : packet;
            out.put(put.header()).put(put.body());
        }
        byte[] keyring = Arrays.copyOf(out.array(), out.position());
        Download.of(keyring, good).isRejected(START, "the subkey " + signing + " does not say that it belongs to");
    }

    /** gpg writes the back signature into the unhashed part (RFC 4880 §5.2.3). */
    private static byte[] withoutUnsigned(byte[] body) {
        ByteBuffer in = ByteBuffer.wrap(body);
        int unsigned = 6 + in.getShort(4);
        int rest = unsigned + 2 + in.getShort(unsigned);
        return ByteBuffer.allocate(unsigned + 2 + body.length - rest)
                .put(body, 0, unsigned)
                .putShort((short) 0)
                .put(body, rest, body.length - rest)
                .array();
    }

    @Test
    void keyWithoutSelfSignature_isRefused() throws Exception {
        byte[] bare = packets(gpg.keyring(publisher), packet -> packet.tag() != RawPacket.USER_ID);
        Download.of(bare, good).isRejected(START, "has no accepted signature of itself");
    }

    @Test
    void foreignSignatures_areIgnored() throws Exception {
        String busy = gpg.key("busy", "ed25519", "sign", "never");
        gpg.gpg("", "-u", other, "--quick-sign-key", busy);
        Download.of(gpg.keyring(busy), gpg.sign(busy, CONTENT)).isAccepted(START, busy);
    }

    @Test
    void otherContent_isRefused() throws Exception {
        byte[] secret = gpg.gpg("", "--export-secret-keys", publisher);
        Download.of(secret, good).isRejected(START, "the pinned keyring does not start with a public key");
        Download.of(good, good).isRejected(START, "the pinned keyring does not start with a public key");
        Download.of(new byte[0], good).isRejected(START, "the pinned keyring is empty");
        byte[] keybox = Files.readAllBytes(temporary.resolve("home/pubring.kbx"));
        Download.of(keybox, good).isRejected(START, "the pinned keyring does not start with");
        byte[] armoredSecret = gpg.gpg("", "--armor", "--export-secret-keys", publisher);
        Download.of(armoredSecret, good).isRejected(START, "-----BEGIN PGP PUBLIC KEY BLOCK-----");
        Download.of(new byte[(1 << 20) + 1], good).isRejected(START, "larger than 1048576 bytes");
    }

    @Test
    void noise_isRejectedWithoutException() throws Exception {
        Random random = new Random(11);
        byte[] keyring = gpg.keyring(publisher);
        for (int i = 0; i < 300; i++) {
            byte[] noisy = keyring.clone();
            noisy[random.nextInt(noisy.length)] = (byte) random.nextInt(256);
            Download.of(noisy, good).verdict(START);
        }
    }

    @Test
    void changedName_isRefused() throws Exception {
        String text =
                new String(gpg.keyring(publisher), StandardCharsets.ISO_8859_1).replace("publisher@", "pubIisher@");
        Download.of(text.getBytes(StandardCharsets.ISO_8859_1), good)
                .isRejected(START, "has no accepted signature of itself");
    }
}
