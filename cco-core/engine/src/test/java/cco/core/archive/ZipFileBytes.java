package cco.core.archive;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** Builds zip files byte by byte, sound or not: headers may be changed before they are written. */
final class ZipFileBytes {

    static final int FILE = 0100644;
    static final int PROGRAM = 0100755;
    static final int FOLDER = 0040755;
    static final int LINK = 0120777;

    /** One entry; each field may be replaced by a lie. */
    record Entry(
            String name,
            int mode,
            int flags,
            int method,
            byte[] data,
            int crc,
            int size,
            byte[] descriptor,
            Consumer<ByteBuffer> localChange,
            Consumer<ByteBuffer> centralChange) {

        Entry local(Consumer<ByteBuffer> change) {
            return new Entry(name, mode, flags, method, data, crc, size, descriptor, change, centralChange);
        }

        Entry central(Consumer<ByteBuffer> change) {
            return new Entry(name, mode, flags, method, data, crc, size, descriptor, localChange, change);
        }

        Entry crc(int other) {
            return new Entry(name, mode, flags, method, data, other, size, descriptor, localChange, centralChange);
        }

        Entry size(int other) {
            return new Entry(name, mode, flags, method, data, crc, other, descriptor, localChange, centralChange);
        }

        Entry flags(int other) {
            return new Entry(name, mode, other, method, data, crc, size, descriptor, localChange, centralChange);
        }

        Entry method(int other) {
            return new Entry(name, mode, flags, other, data, crc, size, descriptor, localChange, centralChange);
        }

        Entry descriptor(byte[] bytes) {
            return new Entry(name, mode, flags | 8, method, data, crc, size, bytes, localChange, centralChange);
        }
    }

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream directory = new ByteArrayOutputStream();
    private int count;

    /** A stored entry, all of it true. */
    static Entry stored(String name, int mode, String content) {
        byte[] data = content.getBytes(StandardCharsets.UTF_8);
        return new Entry(name, mode, 1 << 11, 0, data, crc(data), data.length, new byte[0], b -> {}, b -> {});
    }

    /** A deflated file, all of it true. */
    static Entry deflated(String name, byte[] content) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(content);
        deflater.finish();
        byte[] buffer = new byte[content.length + 100];
        byte[] compressed = Arrays.copyOf(buffer, deflater.deflate(buffer));
        deflater.end();
        return new Entry(
                name, FILE, 1 << 11, 8, compressed, crc(content), content.length, new byte[0], b -> {}, b -> {});
    }

    /** Adds an entry, and its record in the central directory. */
    ZipFileBytes add(Entry entry) {
        int offset = out.size();
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        ByteBuffer local = buffer(30).putInt(0x04034b50);
        common(local, entry, name.length);
        entry.localChange().accept(local);
        raw(local.array()).raw(name).raw(entry.data()).raw(entry.descriptor());
        ByteBuffer central = buffer(46).putInt(0x02014b50).putShort((short) (3 << 8 | 20));
        common(central, entry, name.length);
        central.putInt(38, entry.mode() << 16).putInt(42, offset);
        entry.centralChange().accept(central);
        directory.writeBytes(central.array());
        directory.writeBytes(name);
        count++;
        return this;
    }

    ZipFileBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    byte[] end() {
        return end(end -> end);
    }

    /** The whole, with a changed end record. */
    byte[] end(UnaryOperator<ByteBuffer> change) {
        ByteBuffer end =
                buffer(22).putInt(0x06054b50).putShort(8, (short) count).putShort(10, (short) count);
        end.putInt(12, directory.size()).putInt(16, out.size());
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(out.toByteArray());
        file.writeBytes(directory.toByteArray());
        file.writeBytes(change.apply(end).array());
        return file.toByteArray();
    }

    /** A data descriptor with a signature. */
    static byte[] descriptor(int crc, int compressedSize, int size) {
        return buffer(16)
                .putInt(0x08074b50)
                .putInt(crc)
                .putInt(compressedSize)
                .putInt(size)
                .array();
    }

    static int crc(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return (int) crc.getValue();
    }

    private static void common(ByteBuffer header, Entry entry, int nameLength) {
        header.putShort((short) 20)
                .putShort((short) entry.flags())
                .putShort((short) entry.method())
                .putInt(0x21);
        header.putInt(entry.crc())
                .putInt(entry.data().length)
                .putInt(entry.size())
                .putShort((short) nameLength);
    }

    private static ByteBuffer buffer(int length) {
        return ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    }
}
