package cco.publisher.delta;

import cco.core.delta.DeltaFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZ;
import org.tukaani.xz.XZOutputStream;

/** Packs the streams of a delta. */
final class StreamPacking {

    /** Packing more than this twice takes too long, in bytes. */
    private static final int SHORT = 1 << 20;

    private StreamPacking() {}

    /** Tries two settings for a short stream: its content may follow the position and the byte before, or not. */
    static byte[] pack(ByteArrayOutputStream bytes) throws IOException {
        byte[] usual = pack(bytes, new LZMA2Options(9));
        if (bytes.size() > SHORT) {
            return usual;
        }
        LZMA2Options options = new LZMA2Options(9);
        options.setLc(0);
        options.setPb(0);
        byte[] plain = pack(bytes, options);
        return plain.length < usual.length ? plain : usual;
    }

    /** Returns the size of all streams of a patch. */
    static long size(PatchWriter patch) throws IOException {
        return (long) pack(patch.control()).length + pack(patch.difference()).length + pack(patch.extra()).length;
    }

    private static byte[] pack(ByteArrayOutputStream bytes, LZMA2Options options) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        int dictionary = Integer.highestOneBit(Math.max(bytes.size(), 1 << 12)) << 1;
        options.setDictSize(Math.clamp(dictionary, 1 << 12, DeltaFormat.MAX_DICTIONARY));
        options.setNiceLen(273);
        try (XZOutputStream xz = new XZOutputStream(packed, options, XZ.CHECK_NONE)) {
            bytes.writeTo(xz);
        }
        return packed.toByteArray();
    }
}
