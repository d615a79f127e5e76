package com.example.minisign;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** BLAKE2b (RFC 7693) with a 64-byte digest and without a key, which the JDK lacks. */
final class Blake2b {

    private static final int BLOCK = 128;
    private static final int ROUNDS = 12;
    private static final VarHandle WORD = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long[] IV = {
        0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
        0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
    };

    /** The message word of each step; section 2.7. */
    private static final byte[][] SIGMA = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
        {14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3},
        {11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4},
        {7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8},
        {9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13},
        {2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9},
        {12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11},
        {13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10},
        {6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5},
        {10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0}
    };

    private final long[] state = IV.clone();
    private final long[] message = new long[16];
    private final byte[] block = new byte[BLOCK];
    private int filled;
    private long count;

    Blake2b() {
        // The parameter block: one leaf, no key, 64 bytes of digest; section 2.8.
        state[0] ^= 0x01010040L;
    }

    void update(byte[] bytes, int from, int length) {
        for (int at = from, end = from + length; at < end; ) {
            // The last block is marked, so a full one waits until it is known that more follows.
            if (filled == BLOCK) {
                compress(false);
            }
            int part = Math.min(BLOCK - filled, end - at);
            System.arraycopy(bytes, at, block, filled, part);
            filled += part;
            at += part;
        }
    }

    /** Returns the digest of all bytes so far, and ends the computation. */
    byte[] digest() {
        for (int i = filled; i < BLOCK; i++) {
            block[i] = 0;
        }
        compress(true);
        byte[] digest = new byte[64];
        for (int i = 0; i < 8; i++) {
            WORD.set(digest, 8 * i, state[i]);
        }
        return digest;
    }

    private void compress(boolean last) {
        count += filled;
        filled = 0;
        for (int i = 0; i < 16; i++) {
            message[i] = (long) WORD.get(block, 8 * i);
        }
        long[] work = new long[16];
        System.arraycopy(state, 0, work, 0, 8);
        System.arraycopy(IV, 0, work, 8, 8);
        // A file has fewer than 2^64 bytes, so the counter's upper word stays 0.
        work[12] ^= count;
        work[14] ^= last ? -1 : 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] order = SIGMA[round % 10];
            for (int i = 0; i < 4; i++) {
                mix(work, i, 4 + i, 8 + i, 12 + i, message[order[2 * i]], message[order[2 * i + 1]]);
            }
            for (int i = 0; i < 4; i++) {
                mix(
                        work,
                        i,
                        4 + (i + 1) % 4,
                        8 + (i + 2) % 4,
                        12 + (i + 3) % 4,
                        message[order[8 + 2 * i]],
                        message[order[9 + 2 * i]]);
            }
        }
        for (int i = 0; i < 8; i++) {
            state[i] ^= work[i] ^ work[8 + i];
        }
    }

    /** The mixing function G; section 3.1. */
    private static void mix(long[] v, int a, int b, int c, int d, long x, long y) {
        v[a] += v[b] + x;
        v[d] = Long.rotateRight(v[d] ^ v[a], 32);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 24);
        v[a] += v[b] + y;
        v[d] = Long.rotateRight(v[d] ^ v[a], 16);
        v[c] += v[d];
        v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
}
