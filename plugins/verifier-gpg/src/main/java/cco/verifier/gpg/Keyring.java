package cco.verifier.gpg;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The certificates of the pinned keyring, each trusted by the full fingerprint of its primary key. */
record Keyring(List<Certificate> certificates) {

    private static final int MAX_BYTES = 1 << 20;
    private static final String NAME = "the pinned keyring";

    /** RFC 4880 §5.2.4: the byte before a user name in the hashed data. */
    private static final byte HASHED_NAME = (byte) 0xb4;

    /** A pinned key that a signature names. */
    record Candidate(Certificate certificate, PgpKey key) {}

    /** Reads a keyring, binary or armored; refuses one with unknown parts, which may hide a revocation. */
    static Keyring read(byte[] bytes) throws RefusedException {
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException(NAME + " is larger than " + MAX_BYTES + " bytes");
        }
        List<Certificate> certificates = new ArrayList<>();
        Builder builder = null;
        for (RawPacket packet : RawPacket.read(Armour.decode(bytes, "PUBLIC KEY BLOCK", NAME), NAME)) {
            if (packet.tag() == RawPacket.PUBLIC_KEY) {
                builder = new Builder(new Certificate(PgpKey.read(packet)));
                certificates.add(builder.certificate);
            } else if (builder == null) {
                throw new RefusedException(NAME + " does not start with a public key");
            } else {
                builder.add(packet);
            }
        }
        return new Keyring(certificates);
    }

    /** The pinned keys that a signature names. */
    List<Candidate> candidates(PgpSignature signature) {
        return certificates.stream()
                .flatMap(certificate ->
                        certificate.keys().filter(signature::names).map(key -> new Candidate(certificate, key)))
                .toList();
    }

    /** Tracks the subkey and the name that the next signature is about. */
    private static final class Builder {

        private final Certificate certificate;
        private Optional<PgpKey> subkey = Optional.empty();
        private Optional<byte[]> name = Optional.empty();

        Builder(Certificate certificate) {
            this.certificate = certificate;
        }

        void add(RawPacket packet) throws RefusedException {
            switch (packet.tag()) {
                case RawPacket.PUBLIC_SUBKEY -> {
                    subkey = Optional.of(PgpKey.read(packet));
                    name = Optional.empty();
                    certificate.add(subkey.get());
                }
                case RawPacket.USER_ID ->
                    name = Optional.of(ByteBuffer.allocate(5 + packet.body().length)
                            .put(HASHED_NAME)
                            .putInt(packet.body().length)
                            .put(packet.body())
                            .array());
                case RawPacket.USER_ATTRIBUTE -> name = Optional.empty();
                case RawPacket.SIGNATURE -> addSignature(packet);
                case RawPacket.MARKER, RawPacket.TRUST, RawPacket.PADDING -> {}
                default ->
                    throw new RefusedException(NAME + " holds more than public keys: export it with gpg --export");
            }
        }

        /** Skips other versions, because only the certificate's own signatures count and its key has version 4. */
        private void addSignature(RawPacket packet) throws RefusedException {
            if (packet.version() != PgpSignature.VERSION) {
                return;
            }
            PgpSignature signature = PgpSignature.read(packet);
            byte[] primary = certificate.primary().hashed();
            switch (signature.type()) {
                case PgpSignature.DIRECT_KEY, PgpSignature.KEY_REVOCATION ->
                    certificate.add(new Certificate.KeySignature(signature, primary, Optional.empty()));
                case PgpSignature.SUBKEY_BINDING, PgpSignature.SUBKEY_REVOCATION ->
                    subkey.ifPresent(key -> certificate.add(
                            new Certificate.KeySignature(signature, joined(primary, key.hashed()), subkey)));
                default ->
                    name.filter(_ -> PgpSignature.isOfName(signature.type()))
                            .ifPresent(signed -> certificate.add(new Certificate.KeySignature(
                                    signature, joined(primary, signed), Optional.empty())));
            }
        }

        private static byte[] joined(byte[] first, byte[] second) {
            return ByteBuffer.allocate(first.length + second.length)
                    .put(first)
                    .put(second)
                    .array();
        }
    }
}
