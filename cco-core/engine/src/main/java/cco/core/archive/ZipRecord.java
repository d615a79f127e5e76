package cco.core.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * An entry in the central directory or a local header of a zip file (APPNOTE, sections 4.3.7 and 4.3.12).
 *
 * <p>In a local header, fields of the central directory are 0.
 *
 * @param name the raw bytes as ISO 8859-1
 * @param unixMode file type and permission bits, or 0
 */
record ZipRecord(
        String name, int flags, int method, int crc, long compressedSize, long size, int unixMode, long offset) {

    static final int CENTRAL_SIGNATURE = 0x02014b50;
    static final int LOCAL_SIGNATURE = 0x04034b50;
    static final int CENTRAL_LENGTH = 46;
    static final int LOCAL_LENGTH = 30;

    static final int STORED = 0;
    static final int DEFLATED = 8;

    /** Sizes and CRC follow the content. */
    private static final int FLAG_DESCRIPTOR = 1 << 3;

    private static final int FLAG_UTF8 = 1 << 11;
    private static final int FLAGS_ENCRYPTED = 1 | 1 << 6 | 1 << 13;
    private static final int FLAGS_DEFLATE_LEVEL = 3 << 1;

    private static final int EXTRA_ZIP64 = 0x0001;
    private static final int EXTRA_UNICODE_PATH = 0x7075;

    private static final int HOST_UNIX = 3;
    private static final int HOST_MACOS = 19;

    private static final int TYPE_MASK = 0170000;
    private static final int TYPE_FOLDER = 0040000;
    private static final int TYPE_FILE = 0100000;
    private static final int TYPE_LINK = 0120000;

    /** Reads an entry of the central directory and moves the buffer behind it. */
    static ZipRecord central(ByteBuffer in) throws IOException {
        int start = in.position();
        if (in.remaining() < CENTRAL_LENGTH || in.getInt(start) != CENTRAL_SIGNATURE) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DIRECTORY);
        }
        int nameLength = unsigned(in, start + 28);
        int extraLength = unsigned(in, start + 30);
        int commentLength = unsigned(in, start + 32);
        int extra = start + CENTRAL_LENGTH + nameLength;
        if (in.limit() < extra + extraLength + commentLength || unsigned(in, start + 34) != 0) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_DIRECTORY);
        }
        String name = StandardCharsets.ISO_8859_1
                .decode(in.slice(start + CENTRAL_LENGTH, nameLength))
                .toString();
        checkExtra(name, in, extra, extra + extraLength);
        in.position(extra + extraLength + commentLength);
        int host = unsigned(in, start + 4) >> 8;
        boolean unix = host == HOST_UNIX || host == HOST_MACOS;
        return new ZipRecord(
                name,
                unsigned(in, start + 8),
                unsigned(in, start + 10),
                in.getInt(start + 16),
                Integer.toUnsignedLong(in.getInt(start + 20)),
                Integer.toUnsignedLong(in.getInt(start + 24)),
                unix ? unsigned(in, start + 40) : 0,
                Integer.toUnsignedLong(in.getInt(start + 42)));
    }

    /** The length of the name and extra field after a local header. */
    static int localTail(ByteBuffer header) {
        return unsigned(header, 26) + unsigned(header, 28);
    }

    /** Reads a local header with its name and extra field. */
    static ZipRecord local(ByteBuffer in) throws IOException {
        int nameLength = unsigned(in, 26);
        String name = StandardCharsets.ISO_8859_1
                .decode(in.slice(LOCAL_LENGTH, nameLength))
                .toString();
        checkExtra(name, in, LOCAL_LENGTH + nameLength, in.limit());
        return new ZipRecord(
                name,
                unsigned(in, 6),
                unsigned(in, 8),
                in.getInt(14),
                Integer.toUnsignedLong(in.getInt(18)),
                Integer.toUnsignedLong(in.getInt(22)),
                0,
                0);
    }

    boolean hasDescriptor() {
        return (flags & FLAG_DESCRIPTOR) != 0;
    }

    /** Whether a local header agrees; with a descriptor it may omit sizes and CRC. */
    boolean agreesWith(ZipRecord local) {
        boolean leftOut = hasDescriptor() && local.crc == 0 && local.compressedSize == 0 && local.size == 0;
        return name.equals(local.name)
                && flags == local.flags
                && method == local.method
                && (leftOut || crc == local.crc && compressedSize == local.compressedSize && size == local.size);
    }

    /** Returns the entry, if its kind is supported. */
    ArchiveEntry entry() throws IOException {
        String text = text();
        if ((flags & FLAGS_ENCRYPTED) != 0) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_ENCRYPTED, text);
        }
        if ((flags & ~(FLAG_DESCRIPTOR | FLAG_UTF8 | FLAGS_DEFLATE_LEVEL)) != 0
                || method != STORED && method != DEFLATED) {
            throw new UnsafeArchiveException(ArchiveRule.ZIP_METHOD, text);
        }
        int type = unixMode & TYPE_MASK;
        boolean folder = text.endsWith("/");
        if (type == TYPE_LINK) {
            throw new UnsafeArchiveException(ArchiveRule.LINK_IN_ZIP, text);
        }
        if (type != 0 && type != TYPE_FILE && type != TYPE_FOLDER) {
            throw new UnsafeArchiveException(ArchiveRule.SPECIAL_FILE, text);
        }
        if (type == TYPE_FOLDER && !folder || type == TYPE_FILE && folder) {
            throw new UnsafeArchiveException(ArchiveRule.FILE_AS_FOLDER, text);
        }
        if (folder && size > 0) {
            throw new UnsafeArchiveException(ArchiveRule.CONTENT_WITHOUT_FILE, text);
        }
        int mode = unixMode & 07777;
        return folder
                ? new ArchiveEntry.Folder(text.substring(0, text.length() - 1), mode)
                : new ArchiveEntry.RegularFile(text, mode);
    }

    private String text() throws IOException {
        if ((flags & FLAG_UTF8) == 0 && name.chars().anyMatch(c -> c > 0x7f)) {
            throw new UnsafeArchiveException(ArchiveRule.NAME_NOT_UTF8, name);
        }
        return Utf8.decode(ByteBuffer.wrap(name.getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** Refuses extra fields with other sizes or a second name. */
    private static void checkExtra(String name, ByteBuffer in, int start, int end) throws IOException {
        for (int at = start; at + 4 <= end; at += 4 + unsigned(in, at + 2)) {
            int id = unsigned(in, at);
            if (id == EXTRA_ZIP64) {
                throw new UnsafeArchiveException(ArchiveRule.ZIP64, name);
            }
            if (id == EXTRA_UNICODE_PATH) {
                throw new UnsafeArchiveException(ArchiveRule.EXTENSION_CONFLICT, name);
            }
        }
    }

    private static int unsigned(ByteBuffer in, int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }
}
