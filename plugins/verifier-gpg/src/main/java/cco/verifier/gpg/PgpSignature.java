package cco.verifier.gpg;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.bcpg.SignaturePacket;
import org.bouncycastle.bcpg.SignatureSubpacket;
import org.bouncycastle.bcpg.SignatureSubpacketTags;

/**
 * A version 4 signature (RFC 4880 §5.2.3) with its creation time. Only hashed subpackets count, except for the issuer
 * and a subkey's embedded signature, which prove themselves.
 */
final class PgpSignature {

    static final int VERSION = 4;

    static final int OF_BYTES = 0x00;
    static final int OF_TEXT = 0x01;
    static final int SUBKEY_BINDING = 0x18;
    static final int PRIMARY_KEY_BINDING = 0x19;
    static final int DIRECT_KEY = 0x1f;
    static final int KEY_REVOCATION = 0x20;
    static final int SUBKEY_REVOCATION = 0x28;

    private static final int FIRST_OF_NAME = 0x10;
    private static final int LAST_OF_NAME = 0x13;
    private static final int MAY_SIGN = 0x02;
    private static final int SUPERSEDED = 1;
    private static final int RETIRED = 3;

    /** Subpackets without effect, or whose effect is implemented here; see {@link #requireUnderstood}. */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            SignatureSubpacketTags.CREATION_TIME,
            SignatureSubpacketTags.EXPIRE_TIME,
            SignatureSubpacketTags.EXPORTABLE,
            SignatureSubpacketTags.REVOCABLE,
            SignatureSubpacketTags.KEY_EXPIRE_TIME,
            SignatureSubpacketTags.PREFERRED_SYM_ALGS,
            SignatureSubpacketTags.ISSUER_KEY_ID,
            SignatureSubpacketTags.PREFERRED_HASH_ALGS,
            SignatureSubpacketTags.PREFERRED_COMP_ALGS,
            SignatureSubpacketTags.KEY_SERVER_PREFS,
            SignatureSubpacketTags.PREFERRED_KEY_SERV,
            SignatureSubpacketTags.PRIMARY_USER_ID,
            SignatureSubpacketTags.POLICY_URL,
            SignatureSubpacketTags.KEY_FLAGS,
            SignatureSubpacketTags.SIGNER_USER_ID,
            SignatureSubpacketTags.REVOCATION_REASON,
            SignatureSubpacketTags.FEATURES,
            SignatureSubpacketTags.EMBEDDED_SIGNATURE,
            SignatureSubpacketTags.ISSUER_FINGERPRINT);

    private final SignaturePacket packet;
    private final Instant created;
    private final Optional<Instant> expires;
    private final Optional<Duration> keyLifetime;

    private PgpSignature(SignaturePacket packet) throws RefusedException {
        this.packet = packet;
        this.created = seconds(SignatureSubpacketTags.CREATION_TIME)
                .map(Instant.EPOCH::plus)
                .orElseThrow(() -> new RefusedException("a signature has no creation time"));
        this.expires = seconds(SignatureSubpacketTags.EXPIRE_TIME).map(created::plus);
        this.keyLifetime = seconds(SignatureSubpacketTags.KEY_EXPIRE_TIME);
    }

    /** Reads a signature of a file or of a keyring. */
    static PgpSignature read(RawPacket raw) throws RefusedException {
        if (raw.version() != VERSION) {
            throw new RefusedException("a signature of version " + raw.version() + " is not supported, only version 4");
        }
        return new PgpSignature(raw.parsed(SignaturePacket.class, "a signature"));
    }

    /** Whether a type of signature certifies that a name belongs to a key. */
    static boolean isOfName(int type) {
        return FIRST_OF_NAME <= type && type <= LAST_OF_NAME;
    }

    int type() {
        return packet.getSignatureType();
    }

    /** The creation time according to the signer; only the holder of the key can state a false one. */
    Instant created() {
        return created;
    }

    /** The expiry date of the signature itself, not of its key. */
    Optional<Instant> expires() {
        return expires;
    }

    /** The validity of the signed key, counted from its creation. */
    Optional<Duration> keyLifetime() {
        return keyLifetime;
    }

    boolean hasKeyFlags() {
        return signed(SignatureSubpacketTags.KEY_FLAGS).isPresent();
    }

    boolean allowsSigning() {
        return signed(SignatureSubpacketTags.KEY_FLAGS)
                .filter(flags -> flags.length > 0 && (flags[0] & MAY_SIGN) != 0)
                .isPresent();
    }

    /** Whether signatures before this revocation remain valid, because the key was retired and not compromised. */
    boolean isHarmless() {
        Optional<byte[]> reason = signed(SignatureSubpacketTags.REVOCATION_REASON);
        return reason.isPresent()
                && reason.get().length > 0
                && (reason.get()[0] == SUPERSEDED || reason.get()[0] == RETIRED);
    }

    /** The signature of a subkey over its primary key, which keeps other keys from adopting the subkey. */
    Optional<PgpSignature> embedded() throws RefusedException {
        Optional<byte[]> body = signed(SignatureSubpacketTags.EMBEDDED_SIGNATURE)
                .or(() -> find(packet.getUnhashedSubPackets(), SignatureSubpacketTags.EMBEDDED_SIGNATURE));
        return body.isEmpty() ? Optional.empty() : Optional.of(read(RawPacket.of(RawPacket.SIGNATURE, body.get())));
    }

    /** Whether this signature names the key as its issuer, by fingerprint, key id, or both. */
    boolean names(PgpKey key) {
        List<byte[]> fingerprints = issuers(SignatureSubpacketTags.ISSUER_FINGERPRINT);
        List<byte[]> ids = issuers(SignatureSubpacketTags.ISSUER_KEY_ID);
        byte[] versioned = ByteBuffer.allocate(21)
                .put((byte) VERSION)
                .put(key.fingerprint())
                .array();
        return !(fingerprints.isEmpty() && ids.isEmpty())
                && fingerprints.stream().allMatch(issuer -> Arrays.equals(issuer, versioned))
                && ids.stream().allMatch(id -> Arrays.equals(id, Arrays.copyOfRange(versioned, 13, 21)));
    }

    /** The issuer for messages, with the longest id in the signature. */
    String issuer() {
        return Stream.of(SignatureSubpacketTags.ISSUER_FINGERPRINT, SignatureSubpacketTags.ISSUER_KEY_ID)
                .flatMap(type -> issuers(type).stream())
                .map(name -> HexFormat.of().withUpperCase().formatHex(name, name.length == 21 ? 1 : 0, name.length))
                .findFirst()
                .orElse("an unnamed key");
    }

    /** RFC 4880 §5.2.3.1: an unknown subpacket that is marked critical makes the signature invalid. */
    void requireUnderstood() throws RefusedException {
        for (SignatureSubpacket subpacket : packet.getHashedSubPackets()) {
            if (subpacket.isCritical() && !UNDERSTOOD.contains(subpacket.getType())) {
                throw new RefusedException(
                        "a signature has a critical condition that is not supported: subpacket " + subpacket.getType());
            }
        }
    }

    /** The number of the key's algorithm in OpenPGP's registry. */
    int keyAlgorithm() {
        return packet.getKeyAlgorithm();
    }

    int hashAlgorithm() {
        return packet.getHashAlgorithm();
    }

    /** The last bytes to hash (RFC 4880 §5.2.4). */
    byte[] trailer() {
        return packet.getSignatureTrailer();
    }

    /** The signature as the library represents it. */
    SignaturePacket packet() {
        return packet;
    }

    private List<byte[]> issuers(int type) {
        return Stream.of(packet.getHashedSubPackets(), packet.getUnhashedSubPackets())
                .flatMap(Arrays::stream)
                .filter(subpacket -> subpacket.getType() == type)
                .map(SignatureSubpacket::getData)
                .toList();
    }

    /** Reads a number of seconds; 0 means none (RFC 4880 §5.2.3.6). */
    private Optional<Duration> seconds(int type) throws RefusedException {
        Optional<byte[]> number = signed(type);
        if (number.isPresent() && number.get().length != Integer.BYTES) {
            throw new RefusedException("a signature is damaged");
        }
        return number.map(bytes -> Integer.toUnsignedLong(ByteBuffer.wrap(bytes).getInt()))
                .filter(seconds -> seconds > 0)
                .map(Duration::ofSeconds);
    }

    private Optional<byte[]> signed(int type) {
        return find(packet.getHashedSubPackets(), type);
    }

    /** RFC 4880 §5.2.4.1: the last one counts. */
    private static Optional<byte[]> find(SignatureSubpacket[] subpackets, int type) {
        return Arrays.stream(subpackets)
                .filter(subpacket -> subpacket.getType() == type)
                .map(SignatureSubpacket::getData)
                .reduce((_, last) -> last);
    }
}
