package cco.verifier.gpg;

import java.util.ArrayList;
import java.util.List;

/** A file with detached signatures. */
final class SignatureFile {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int MAX_SIGNATURES = 16;
    private static final String NAME = "the signature file";

    private SignatureFile() {}

    /** Its signatures, not parsed yet, because a damaged one must not affect the next. */
    static List<RawPacket> read(byte[] bytes) throws RefusedException {
        if (bytes.length > MAX_BYTES) {
            throw new RefusedException(NAME + " is larger than " + MAX_BYTES + " bytes");
        }
        List<RawPacket> signatures = new ArrayList<>();
        for (RawPacket packet : RawPacket.read(Armour.decode(bytes, "SIGNATURE", NAME), NAME)) {
            switch (packet.tag()) {
                case RawPacket.SIGNATURE -> signatures.add(packet);
                case RawPacket.MARKER, RawPacket.PADDING -> {}
                default ->
                    throw new RefusedException(NAME + " holds more than signatures: sign with gpg --detach-sign");
            }
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new RefusedException(
                    NAME + " holds " + signatures.size() + " signatures, not between 1 and " + MAX_SIGNATURES);
        }
        return signatures;
    }
}
