package cco.core.metadata;

import static cco.core.metadata.RepositorySimulator.child;
import static cco.core.metadata.RepositorySimulator.strings;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.security.interfaces.RSAPrivateCrtKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Thresholds count keys, not key ids and not signatures. */
class KeysTest extends MetadataLab {

    static Stream<Named<Supplier<SigningKey>>> kinds() {
        return Stream.of(
                Named.of("ed25519", SigningKey::ed25519),
                Named.of("ecdsa", SigningKey::ecdsa),
                Named.of(
                        "ecdsa-sha2-nistp256",
                        () -> SigningKey.ecdsa().withScheme("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256")),
                Named.of("rsa", SigningKey::rsa));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyKindOfKey_countsWithAValidSignature(Supplier<SigningKey> kind) throws Exception {
        SigningKey key = kind.get();
        repository.addKey("root", key);
        repository.role("root").put("threshold", 2L);
        repository.publish("root");
        client.refresh();
        assertEquals(2, client.version("root"));

        String elsewhere = key.sign(new byte[] {1});
        repository.publish("root");
        replaceSignature("root", key, elsewhere);

        client.refuses("1 of the 2 signatures");
        assertEquals(2, client.version("root"));
    }

    @Test
    void unmetThreshold_isRefused() throws Exception {
        require("snapshot", 3, 2);
        client.refresh();
        repository.signers.get("snapshot").removeLast();
        repository.publish("snapshot", "timestamp");

        client.refuses("2 of the 3 signatures that the role snapshot needs");
        assertEquals(2, client.version("snapshot"));
    }

    @Test
    void thresholdAboveTheNumberOfKeys_isNeverMet() throws Exception {
        require("snapshot", 6, 4);

        client.refuses("5 of the 6 signatures");
        assertEquals(2, client.version("root"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void thresholdBelowOne_isRefused(long threshold) {
        repository.role("timestamp").put("threshold", threshold);
        repository.publish("root");

        client.refuses("2.root.json is not valid metadata: signed.roles.timestamp.threshold");
    }

    @Test
    void oneKeyUnderTwoIds_countsOnce() {
        SigningKey key = repository.signers.get("snapshot").getFirst();
        repository.addKey("snapshot", key.withId("another id"));
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void oneKeyWrittenInTwoWays_countsOnce() {
        SigningKey key = SigningKey.ecdsa();
        SigningKey same = new SigningKey(
                "another id",
                key.pair(),
                key.keyType(),
                key.scheme(),
                key.publicText().replace("\n", "\r\n"));
        repository.signers.get("snapshot").clear();
        repository.addKey("snapshot", key);
        repository.addKey("snapshot", same);
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void repeatedKeyId_countsOnce() {
        String id = repository.signers.get("snapshot").getFirst().id();
        strings(repository.role("snapshot"), "keyids").addAll(List.of(id, id, id));
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    @Test
    void twoSignaturesWithOneKeyId_areRefused() {
        SigningKey key = repository.signers.get("snapshot").getFirst();
        repository.signers.get("snapshot").add(key);
        repository.publish("snapshot", "timestamp");

        client.cannotParse("signatures: expected one signature for each key id");
    }

    @Test
    void signatureOfAnotherRole_doesNotCount() {
        repository.signers.put("snapshot", repository.signers.get("targets"));
        repository.publish("snapshot", "timestamp");

        client.refuses("0 of the 1 signatures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "00", "no hexadecimal", "0"})
    void uselessSignatureBesideAValidOne_isIgnored(String useless) throws Exception {
        SigningKey second = SigningKey.ecdsa();
        repository.addKey("timestamp", second);
        repository.publish("root", "timestamp");
        replaceSignature("timestamp", second, useless);

        client.refresh();

        assertEquals(2, client.version("timestamp"));
    }

    @Test
    void keyOfUnknownKind_neverVerifies() throws Exception {
        SigningKey unknown = SigningKey.rsa().withScheme("sphincs+", "sphincs-shake-256s");
        repository.addKey("timestamp", unknown);
        repository.publish("root", "timestamp");
        client.refresh();
        repository.role("timestamp").put("threshold", 2L);
        repository.publish("root", "timestamp");

        client.refuses("1 of the 2 signatures");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "zz", "ab", "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n"})
    void keyWithInvalidValue_neverVerifies(String value) throws Exception {
        for (Supplier<SigningKey> kind : kinds().map(Named::getPayload).toList()) {
            Map<String, Object> broken = new LinkedHashMap<>(kind.get().json());
            broken.put("keyval", Map.of("public", value));
            child(repository.root(), "keys").put("broken-" + broken.get("keytype"), broken);
            strings(repository.role("timestamp"), "keyids").add("broken-" + broken.get("keytype"));
        }
        repository.publish("root");

        client.refresh();

        assertEquals(2, client.version("root"));
    }

    @Test
    void keyIdWithoutKey_isIgnored() throws Exception {
        strings(repository.role("snapshot"), "keyids").add("nobody");
        repository.publish("root");

        client.refresh();

        assertEquals(2, client.version("root"));
    }

    /** One modulus, with leading zeros or with another exponent. */
    @ParameterizedTest
    @CsvSource({"1,0", "40,0", "0,1", "3,1"})
    void oneRsaKeyInTwoEncodings_countsOnce(int zeros, int exponents) throws Exception {
        SigningKey key = SigningKey.rsa();
        SigningKey same = new SigningKey("another id", key.pair(), "rsa", key.scheme(), rsa(key, zeros, exponents));
        repository.signers.get("snapshot").clear();
        repository.addKey("snapshot", key);
        repository.addKey("snapshot", same);
        require("snapshot", 2, 0);

        client.refuses("1 of the 2 signatures");
    }

    /** Under such a key, R = [s]B with any s is a signature of every message. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"
            })
    void ed25519KeyOfSmallOrder_neverVerifies(String weak) {
        SigningKey key = SigningKey.ed25519();
        SigningKey forged = new SigningKey("forged", key.pair(), key.keyType(), key.scheme(), weak);
        repository.replaceKeys("timestamp", forged);
        repository.publish("root", "timestamp");
        String identity = "01" + "00".repeat(31);
        replaceSignature("timestamp", forged, identity + "00".repeat(32));

        client.refuses("0 of the 1 signatures");
    }

    private void replaceSignature(String role, SigningKey key, String signature) {
        repository.tamper(
                role,
                text -> text.replaceAll("(\"keyid\": \"" + key.id() + "\",\\s+\"sig\": \")[0-9a-f]+", "$1" + signature)
                        .replaceAll(
                                "(\"sig\": \")[0-9a-f]+(\",\\s+\"keyid\": \"" + key.id() + "\")",
                                "$1" + signature + "$2"));
    }

    /** The public key in PEM, with zeros before its modulus, or with an exponent that verifies the same signatures. */
    private static String rsa(SigningKey key, int zeros, int exponents) throws Exception {
        RSAPrivateCrtKey secret = (RSAPrivateCrtKey) key.pair().getPrivate();
        BigInteger p = secret.getPrimeP().subtract(BigInteger.ONE);
        BigInteger q = secret.getPrimeQ().subtract(BigInteger.ONE);
        BigInteger lambda = p.multiply(q).divide(p.gcd(q));
        BigInteger exponent = secret.getPublicExponent().add(lambda.multiply(BigInteger.valueOf(exponents)));
        byte[] modulus = secret.getModulus().toByteArray();
        byte[] padded = new byte[zeros + modulus.length];
        System.arraycopy(modulus, 0, padded, zeros, modulus.length);
        byte[] numbers = der(0x30, join(der(2, padded), der(2, exponent.toByteArray())));
        byte[] algorithm = HexFormat.of().parseHex("300d06092a864886f70d0101010500");
        byte[] info = der(0x30, join(algorithm, der(3, join(new byte[] {0}, numbers))));
        return "-----BEGIN PUBLIC KEY-----\n" + Base64.getEncoder().encodeToString(info)
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static byte[] der(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else if (content.length < 0x100) {
            out.writeBytes(new byte[] {(byte) 0x81, (byte) content.length});
        } else {
            out.writeBytes(new byte[] {(byte) 0x82, (byte) (content.length >> 8), (byte) content.length});
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[] one, byte[] other) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(other);
        return out.toByteArray();
    }

    private void require(String role, long threshold, int moreKeys) {
        for (int more = 0; more < moreKeys; more++) {
            repository.addKey(role, SigningKey.ed25519());
        }
        repository.role(role).put("threshold", threshold);
        repository.publish("root", "targets", "snapshot", "timestamp");
    }
}
