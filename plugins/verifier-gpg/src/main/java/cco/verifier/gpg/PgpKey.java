package cco.verifier.gpg;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.bouncycastle.bcpg.PublicKeyPacket;

/** A version 4 public key (RFC 4880 §5.5.2), primary key or subkey, identified by its full fingerprint. */
final class PgpKey {

    private static final int VERSION = 4;
    private static final int MAX_BYTES = 0xffff;

    private final byte[] hashed;
    private final byte[] fingerprint;
    private final PublicKeyPacket packet;

    private PgpKey(byte[] hashed, PublicKeyPacket packet) {
        this.hashed = hashed;
        this.fingerprint = sha1(hashed);
        this.packet = packet;
    }

    /** Reads a key of the pinned keyring. */
    static PgpKey read(RawPacket raw) throws RefusedException {
        if (raw.version() != VERSION) {
            throw new RefusedException(
                    "the pinned keyring holds a key of version " + raw.version() + ", but only version 4 is supported");
        }
        if (raw.body().length > MAX_BYTES) {
            throw new RefusedException("the pinned keyring holds a key that is too large");
        }
        byte[] hashed = ByteBuffer.allocate(3 + raw.body().length)
                .put((byte) 0x99)
                .putShort((short) raw.body().length)
                .put(raw.body())
                .array();
        return new PgpKey(hashed, raw.parsed(PublicKeyPacket.class, "a key of the pinned keyring"));
    }

    /** The fingerprint of 20 bytes (RFC 4880 §12.2). */
    byte[] fingerprint() {
        return fingerprint;
    }

    /** The bytes that signatures of this key hash (RFC 4880 §5.2.4). */
    byte[] hashed() {
        return hashed;
    }

    Instant created() {
        return packet.getTime().toInstant();
    }

    /** The key as the library represents it: algorithm and numbers. */
    PublicKeyPacket packet() {
        return packet;
    }

    /** The fingerprint in full, as gpg prints it. */
    @Override
    public String toString() {
        return HexFormat.of().withUpperCase().formatHex(fingerprint);
    }

    private static byte[] sha1(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-1").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
