package cco.verifier.gpg;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.bcpg.BCPGInputStream;
import org.bouncycastle.bcpg.Packet;

/**
 * One complete OpenPGP packet (RFC 4880 §4). Splitting a file into packets before the library parses any of them keeps
 * false lengths from allocating memory, and skips packets that are not needed.
 *
 * @param tag the kind of packet
 * @param header the bytes before the body
 * @param body the content; the first byte is the version of keys and signatures
 */
record RawPacket(int tag, byte[] header, byte[] body) {

    static final int SIGNATURE = 2;
    static final int SECRET_KEY = 5;
    static final int PUBLIC_KEY = 6;
    static final int SECRET_SUBKEY = 7;
    static final int MARKER = 10;
    static final int TRUST = 12;
    static final int USER_ID = 13;
    static final int PUBLIC_SUBKEY = 14;
    static final int USER_ATTRIBUTE = 17;
    static final int PADDING = 21;

    /**
     * Splits a file into its packets.
     *
     * @param what the name of the file in messages
     */
    static List<RawPacket> read(byte[] bytes, String what) throws RefusedException {
        List<RawPacket> packets = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(bytes);
        while (in.hasRemaining()) {
            int start = in.position();
            int first = in.get() & 0xff;
            if ((first & 0x80) == 0) {
                throw new RefusedException(what + " holds something other than OpenPGP packets");
            }
            boolean recent = (first & 0x40) != 0;
            long length = recent ? recentLength(in, what) : oldLength(in, first & 3, what);
            int bodyStart = in.position();
            if (length < 1 || length > in.remaining()) {
                throw new RefusedException(what + " is truncated or damaged");
            }
            packets.add(new RawPacket(
                    recent ? first & 0x3f : first >> 2 & 0xf,
                    slice(bytes, start, bodyStart),
                    slice(bytes, bodyStart, bodyStart + (int) length)));
            in.position(bodyStart + (int) length);
        }
        return packets;
    }

    /** A packet that is embedded in another one without its header. */
    static RawPacket of(int tag, byte[] body) throws RefusedException {
        if (body.length == 0) {
            throw new RefusedException("a packet inside another is empty");
        }
        byte[] header = ByteBuffer.allocate(6)
                .put((byte) (0xc0 | tag))
                .put((byte) 255)
                .putInt(body.length)
                .array();
        return new RawPacket(tag, header, body);
    }

    /** The version of a key or a signature, which determines its format. */
    int version() {
        return body[0];
    }

    /**
     * The packet as the library parses it.
     *
     * @param what the name of the packet in messages
     */
    <P extends Packet> P parsed(Class<P> type, String what) throws RefusedException {
        byte[] whole = ByteBuffer.allocate(header.length + body.length)
                .put(header)
                .put(body)
                .array();
        try (BCPGInputStream in = new BCPGInputStream(new ByteArrayInputStream(whole))) {
            return type.cast(in.readPacket());
        } catch (IOException | RuntimeException e) {
            // The library throws both for damaged input, and its messages do not help users.
            throw new RefusedException(what + " is damaged", e);
        }
    }

    /** RFC 4880 §4.2.2; only data may have a partial length, and no key or signature contains data. */
    private static long recentLength(ByteBuffer in, String what) throws RefusedException {
        int first = (int) number(in, 1, what);
        if (first < 192) {
            return first;
        }
        if (first < 224) {
            return (first - 192 << 8) + number(in, 1, what) + 192;
        }
        if (first < 255) {
            throw new RefusedException(what + " holds data, but only signatures or keys are expected");
        }
        return number(in, 4, what);
    }

    /** RFC 4880 §4.2.1. */
    private static long oldLength(ByteBuffer in, int type, String what) throws RefusedException {
        if (type == 3) {
            throw new RefusedException(what + " holds data, but only signatures or keys are expected");
        }
        return number(in, 1 << type, what);
    }

    private static long number(ByteBuffer in, int bytes, String what) throws RefusedException {
        if (in.remaining() < bytes) {
            throw new RefusedException(what + " is truncated or damaged");
        }
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number = number << 8 | in.get() & 0xff;
        }
        return number;
    }

    private static byte[] slice(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }
}
