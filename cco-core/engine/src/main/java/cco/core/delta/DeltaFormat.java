package cco.core.delta;

import java.nio.charset.StandardCharsets;

/** The numbers of the delta format, version 1. */
public final class DeltaFormat {

    /** The first bytes of a container; the last one is the version. */
    static final byte[] MAGIC = "cco-delta\u0001".getBytes(StandardCharsets.ISO_8859_1);

    /** The largest dictionary of the three streams, in bytes. */
    public static final int MAX_DICTIONARY = 8 << 20;

    /** What unpacking one stream may take, in KiB: the dictionary and the decoder's own state. */
    static final int MEMORY_LIMIT = (MAX_DICTIONARY >> 10) + 1024;

    /** Bytes that the control stream may have besides one for each byte of the new version. */
    static final long MAX_CONTROL_OVERHEAD = 16L << 20;

    /** The most regions of a program in a patch of form code. Programs have a few dozen. */
    public static final int MAX_REGIONS = 256;

    /** The most operations of a patch of form code, of which the client keeps eight bytes each. */
    public static final int MAX_OPERATIONS = 1 << 20;

    private DeltaFormat() {}

    /** Returns the first bytes of a container. */
    public static byte[] magic() {
        return MAGIC.clone();
    }
}
