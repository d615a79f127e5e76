package cco.core.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Builds tar files byte by byte, sound or not. */
public final class TarBytes {

    public static final char FILE = '0';
    static final char HARD_LINK = '1';
    static final char LINK = '2';
    static final char FOLDER = '5';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** A file of mode 0644. */
    TarBytes file(String name, String content) {
        return entry(FILE, name, "", 0644, content);
    }

    /** A folder of mode 0755. */
    TarBytes folder(String name) {
        return entry(FOLDER, name, "", 0755, "");
    }

    TarBytes link(String name, String target) {
        return entry(LINK, name, target, 0777, "");
    }

    /** Any entry, with a correct header. */
    public TarBytes entry(char type, String name, String target, int mode, String content) {
        return entry(type, name, content, block -> {
            UstarField.LINK_NAME.put(block, bytes(target));
            UstarField.MODE.putOctal(block, mode);
        });
    }

    /** Any entry, whose header is changed before its checksum is made. */
    TarBytes entry(char type, String name, String content, Consumer<byte[]> change) {
        byte[] body = bytes(content);
        byte[] block = new byte[UstarField.BLOCK];
        UstarField.NAME.put(block, bytes(name));
        UstarField.MODE.putOctal(block, 0644);
        UstarField.SIZE.putOctal(block, body.length);
        UstarField.TYPE.put(block, new byte[] {(byte) type});
        UstarField.MAGIC.put(block, bytes(UstarField.POSIX));
        change.accept(block);
        UstarField.CHECKSUM.putOctal(block, UstarField.checksum(block));
        return raw(block).raw(body).raw(new byte[-body.length & UstarField.BLOCK - 1]);
    }

    /** A pax header of one record for the next entry. */
    TarBytes pax(String keyword, String value) {
        return entry('x', "pax", "", 0644, record(keyword, value));
    }

    /** A record whose length is right as long as it is below 1000 bytes. */
    static String record(String keyword, String value) {
        String rest = " " + keyword + "=" + value + "\n";
        int length = bytes(rest).length;
        return length + (length < 9 ? 1 : length < 98 ? 2 : 3) + rest;
    }

    TarBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** The end marker. */
    public TarBytes end() {
        return raw(new byte[2 * UstarField.BLOCK]);
    }

    /** The whole as it is now, compressed. */
    public byte[] gzip() {
        return gzip(out.toByteArray());
    }

    static byte[] gzip(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
