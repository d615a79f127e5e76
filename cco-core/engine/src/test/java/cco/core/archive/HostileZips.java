package cco.core.archive;

import static cco.core.archive.Hostile.zip;
import static cco.core.archive.ZipFileBytes.FILE;
import static cco.core.archive.ZipFileBytes.FOLDER;
import static cco.core.archive.ZipFileBytes.deflated;
import static cco.core.archive.ZipFileBytes.descriptor;
import static cco.core.archive.ZipFileBytes.stored;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Zip files that try to write elsewhere, to say two things at once, or to exhaust. */
final class HostileZips {

    private static final String NAME = "top/sentinel";
    private static final ZipFileBytes.Entry PLAIN = stored(NAME, FILE, "content");

    private HostileZips() {}

    static Stream<Hostile> all() {
        return Stream.of(kinds(), layout(), localHeaders(), contents(), directory())
                .flatMap(List::stream);
    }

    private static ZipFileBytes zipBytes() {
        return new ZipFileBytes().add(stored("top/", FOLDER, "")).add(stored("top/hello", FILE, "hello"));
    }

    private static byte[] with(ZipFileBytes.Entry entry) {
        return zipBytes().add(entry).end();
    }

    private static List<Hostile> kinds() {
        return List.of(
                zip(ArchiveRule.LINK_IN_ZIP, "link", with(stored(NAME, ZipFileBytes.LINK, "../../sentinel"))),
                zip(ArchiveRule.SPECIAL_FILE, "device", with(stored(NAME, 0020644, ""))),
                zip(ArchiveRule.SPECIAL_FILE, "fifo", with(stored(NAME, 0010644, ""))),
                zip(ArchiveRule.SPECIAL_MODE, "setuid", with(stored(NAME, 0104755, "x"))),
                zip(ArchiveRule.FILE_AS_FOLDER, "folder that is called a file", with(stored(NAME, FOLDER, ""))),
                zip(ArchiveRule.FILE_AS_FOLDER, "file that is called a folder", with(stored("top/x/", FILE, ""))),
                zip(ArchiveRule.CONTENT_WITHOUT_FILE, "folder with content", with(stored("top/x/", FOLDER, "x"))),
                zip(ArchiveRule.PARENT_SEGMENT, "out", with(stored("top/../../sentinel", FILE, "x"))),
                zip(ArchiveRule.BACKSLASH, "out with backslashes", with(stored("top\\..\\..\\sentinel", FILE, "x"))),
                zip(
                        ArchiveRule.NAME_NOT_UTF8,
                        "name in an unknown code page",
                        with(stored("top/\u00e9", FILE, "x").flags(0))),
                zip(ArchiveRule.DUPLICATE, "same file twice", with(stored("top/hello", FILE, "other"))),
                zip(ArchiveRule.COLLISION, "other case", with(stored("top/Hello", FILE, "other"))));
    }

    private static List<Hostile> layout() {
        byte[] sound = with(PLAIN);
        byte[] prefixed = new byte[sound.length + 4];
        System.arraycopy(sound, 0, prefixed, 4, sound.length);
        return List.of(
                zip(ArchiveRule.ZIP_LAYOUT, "two entries with one content", with(PLAIN.central(b -> b.putInt(42, 0)))),
                zip(
                        ArchiveRule.ZIP_LAYOUT,
                        "hidden entry between two",
                        zipBytes().raw(new byte[40]).add(PLAIN).end()),
                zip(
                        ArchiveRule.ZIP_LAYOUT,
                        "hidden entry before the directory",
                        zipBytes().add(PLAIN).raw(new byte[9]).end()),
                zip(ArchiveRule.ZIP_LAYOUT, "entry quoted in another", quoted()),
                zip(ArchiveRule.ZIP_DIRECTORY, "program before the archive", prefixed));
    }

    /** A stored file holds a whole further entry, to which the directory points as well. */
    private static byte[] quoted() {
        byte[] inner = new ZipFileBytes().add(PLAIN).end();
        String quote = new String(Arrays.copyOf(inner, 30 + NAME.length() + 7), StandardCharsets.ISO_8859_1);
        ZipFileBytes zip = new ZipFileBytes().add(stored("top/a", FILE, quote));
        return zip.add(PLAIN.central(b -> b.putInt(42, 30 + "top/a".length()))).end();
    }

    private static List<Hostile> localHeaders() {
        return List.of(
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "other method", with(PLAIN.local(b -> b.putShort(8, (short) 8)))),
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "other size", with(PLAIN.local(b -> b.putInt(22, 1)))),
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "other CRC", with(PLAIN.local(b -> b.putInt(14, 1)))),
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "other flags", with(PLAIN.local(b -> b.putShort(6, (short) 0)))),
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "shorter name", with(PLAIN.local(b -> b.putShort(26, (short) 5)))),
                zip(ArchiveRule.ZIP_LOCAL_HEADER, "no local header", with(PLAIN.local(b -> b.putInt(0, 0)))),
                zip(
                        ArchiveRule.ZIP_LOCAL_HEADER,
                        "sizes left out without a descriptor",
                        with(PLAIN.local(b -> b.putInt(14, 0).putInt(18, 0).putInt(22, 0)))),
                zip(
                        ArchiveRule.ZIP_DESCRIPTOR,
                        "descriptor with another size",
                        with(PLAIN.descriptor(descriptor(PLAIN.crc(), 7, 8)))),
                zip(ArchiveRule.ZIP_DESCRIPTOR, "no descriptor", with(PLAIN.descriptor(new byte[0]))));
    }

    private static List<Hostile> contents() {
        byte[] zeros = new byte[(int) UnpackerTest.LIMITS.bytes() - 4096];
        ZipFileBytes.Entry deflated = deflated("top/x", "content".getBytes(StandardCharsets.UTF_8));
        return List.of(
                zip(ArchiveRule.ZIP_CONTENT, "wrong CRC", with(PLAIN.crc(1))),
                zip(ArchiveRule.ZIP_CONTENT, "more than declared", with(deflated.size(3))),
                zip(ArchiveRule.ZIP_CONTENT, "less than declared", with(deflated.size(8))),
                zip(ArchiveRule.DAMAGED, "stored called deflated", with(PLAIN.method(8))),
                zip(ArchiveRule.ZIP_METHOD, "bzip2", with(PLAIN.method(12))),
                zip(ArchiveRule.ZIP_METHOD, "patched data", with(PLAIN.flags(1 << 5))),
                zip(ArchiveRule.ZIP_ENCRYPTED, "encrypted", with(PLAIN.flags(1))),
                zip(ArchiveRule.ZIP_ENCRYPTED, "strongly encrypted", with(PLAIN.flags(1 << 6))),
                zip(ArchiveRule.COMPRESSION_BOMB, "zeros", with(deflated("top/x", zeros))),
                zip(ArchiveRule.TOO_LARGE, "declares 4 GB", with(PLAIN.size(-2))));
    }

    private static List<Hostile> directory() {
        byte[] commented = Arrays.copyOf(with(PLAIN), with(PLAIN).length + 1);
        return List.of(
                zip(ArchiveRule.TRUNCATED, "empty file", new byte[0]),
                zip(ArchiveRule.EMPTY_ARCHIVE, "no entry", new ZipFileBytes().end()),
                zip(ArchiveRule.ZIP_DIRECTORY, "comment", commented),
                zip(ArchiveRule.ZIP_DIRECTORY, "declared comment", changed(b -> b.putShort(20, (short) 1))),
                zip(ArchiveRule.ZIP_DIRECTORY, "another disk", changed(b -> b.putShort(4, (short) 1))),
                zip(
                        ArchiveRule.ZIP_DIRECTORY,
                        "more entries than there are",
                        changed(b -> b.putShort(8, (short) 9).putShort(10, (short) 9))),
                zip(
                        ArchiveRule.ZIP_DIRECTORY,
                        "fewer entries than there are",
                        changed(b -> b.putShort(8, (short) 1).putShort(10, (short) 1))),
                zip(
                        ArchiveRule.ZIP_DIRECTORY,
                        "name beyond the directory",
                        with(PLAIN.central(b -> b.putShort(28, (short) 999)))),
                zip(ArchiveRule.ZIP64, "zip64 end record", changed(b -> b.putInt(16, -1))),
                zip(ArchiveRule.ZIP64, "zip64 extra field", extra(0x0001)),
                zip(ArchiveRule.EXTENSION_CONFLICT, "second name in an extra field", extra(0x7075)));
    }

    private static byte[] changed(UnaryOperator<ByteBuffer> change) {
        return zipBytes().add(PLAIN).end(change);
    }

    /** The last four bytes of the name become an extra field, in both headers. */
    private static byte[] extra(int id) {
        String field = "" + (char) (id & 0xff) + (char) (id >> 8) + "\0\0";
        return with(stored("top/x" + field, FILE, "x")
                .local(b -> b.putShort(26, (short) 5).putShort(28, (short) 4))
                .central(b -> b.putShort(28, (short) 5).putShort(30, (short) 4)));
    }
}
