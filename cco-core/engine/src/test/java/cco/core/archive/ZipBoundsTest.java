package cco.core.archive;

import static cco.core.archive.ZipFileBytes.FILE;
import static cco.core.archive.ZipFileBytes.PROGRAM;
import static cco.core.archive.ZipFileBytes.stored;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a plain zip file may have beside names and contents, and the first thing beyond it. */
class ZipBoundsTest {

    private static final ZipFileBytes.Entry HELLO = stored("top/hello", FILE, "hello");

    @TempDir
    private Path folder;

    private List<FileEntry> inspect(byte[] zip) throws IOException, CcoException {
        Path archive = Files.write(folder.resolve("a.zip"), zip);
        return new Unpacker(UnpackLimits.DEFAULT).inspect(archive, "a.zip");
    }

    private List<FileEntry> inspect(ZipFileBytes.Entry entry) throws IOException, CcoException {
        return inspect(new ZipFileBytes().add(entry).end());
    }

    private void requireRefused(ArchiveRule rule, byte[] zip) {
        VerificationException refused = assertThrows(VerificationException.class, () -> inspect(zip));
        assertTrue(refused.getMessage().endsWith(": " + rule.text()), refused.getMessage());
    }

    private void requireRefused(ArchiveRule rule, ZipFileBytes.Entry entry) {
        requireRefused(rule, new ZipFileBytes().add(entry).end());
    }

    /** Appends these bytes to the name; a length field says whether they are part of it. */
    private static ZipFileBytes.Entry withTail(String tail, Consumer<ByteBuffer> local, Consumer<ByteBuffer> central) {
        int length = HELLO.name().length();
        return stored(HELLO.name() + tail, FILE, "hello")
                .local(local.andThen(b -> b.putShort(26, (short) length)))
                .central(central.andThen(b -> b.putShort(28, (short) length)));
    }

    private static ZipFileBytes.Entry withExtra(String field) {
        short length = (short) field.length();
        return withTail(field, b -> b.putShort(28, length), b -> b.putShort(30, length));
    }

    @Test
    void otherExtraFields_areIgnored() throws Exception {
        String time = "UT\5\0\3abcd";
        for (String fields : List.of(time, time + "ux\0\0", "ux\0\0" + time, "abc", time + "abc")) {
            assertEquals("hello", inspect(withExtra(fields)).getFirst().path());
        }
    }

    @Test
    void extraFieldBehindAnother_isRead() {
        requireRefused(ArchiveRule.ZIP64, withExtra("UT\1\0x" + "\1\0\0\0"));
        requireRefused(ArchiveRule.EXTENSION_CONFLICT, withExtra("\0\0\0\0" + "up\0\0"));
    }

    @Test
    void commentOfAnEntry_isSkipped() throws Exception {
        byte[] zip = new ZipFileBytes()
                .add(inDirectoryOnly("note", 32))
                .add(stored("top/b", FILE, "b"))
                .end();
        assertEquals(2, inspect(zip).size());
    }

    @Test
    void extraFieldOfOneHeaderOnly_isRead() {
        requireRefused(ArchiveRule.ZIP64, inDirectoryOnly("\1\0\0\0", 30));
        requireRefused(ArchiveRule.ZIP64, inDirectoryOnly("UT\0\0" + "\1\0\0\0", 30));
        ZipFileBytes.Entry inLocalHeader =
                withTail("\1\0\0\0", b -> b.putShort(28, (short) 4), b -> b.putShort(32, (short) 4));
        requireRefused(ArchiveRule.ZIP64, inLocalHeader);
    }

    @ParameterizedTest
    @ValueSource(ints = {28, 30, 32})
    void fieldBeyondTheDirectory_isRefused(int at) {
        requireRefused(ArchiveRule.ZIP_DIRECTORY, HELLO.central(b -> b.putShort(at, (short) 999)));
    }

    @Test
    void nameWithoutItsFlag_isAscii() {
        requireRefused(
                ArchiveRule.HIDDEN_CHARACTER, stored("top/\u007f", FILE, "x").flags(0));
        requireRefused(
                ArchiveRule.NAME_NOT_UTF8, stored("top/\u0080", FILE, "x").flags(0));
    }

    /** Behind the local header, the bytes of such a comment or extra field are the start of the content. */
    private static ZipFileBytes.Entry inDirectoryOnly(String field, int lengthAt) {
        byte[] content = (field + "hello").getBytes(StandardCharsets.ISO_8859_1);
        Consumer<ByteBuffer> honest = b -> b.putInt(b.capacity() == 30 ? 14 : 16, ZipFileBytes.crc(content))
                .putInt(b.capacity() == 30 ? 18 : 20, content.length)
                .putInt(b.capacity() == 30 ? 22 : 24, content.length);
        return withTail(field, honest, honest.andThen(b -> b.putShort(lengthAt, (short) field.length())));
    }

    @Test
    void entryOnAnotherDisk_isRefused() {
        requireRefused(ArchiveRule.ZIP_DIRECTORY, HELLO.central(b -> b.putShort(34, (short) 1)));
    }

    @Test
    void descriptorWithoutSignature_isRead() throws Exception {
        byte[] descriptor = Arrays.copyOfRange(ZipFileBytes.descriptor(HELLO.crc(), 5, 5), 4, 16);
        byte[] zip = new ZipFileBytes()
                .add(HELLO.descriptor(descriptor))
                .add(stored("top/b", FILE, "b"))
                .end();
        assertEquals(2, inspect(zip).size());
    }

    @Test
    void everyNumberOfADescriptor_counts() {
        for (byte[] lie : List.of(
                ZipFileBytes.descriptor(HELLO.crc() + 1, 5, 5),
                ZipFileBytes.descriptor(HELLO.crc(), 6, 5),
                ZipFileBytes.descriptor(HELLO.crc(), 5, 6))) {
            requireRefused(ArchiveRule.ZIP_DESCRIPTOR, HELLO.descriptor(lie));
        }
    }

    /** With a descriptor, all three numbers of a local header are left out, or none. */
    @Test
    void numbersBeforeADescriptor_areTrueOrLeftOut() throws Exception {
        ZipFileBytes.Entry described = HELLO.descriptor(ZipFileBytes.descriptor(HELLO.crc(), 5, 5));
        assertEquals(1, inspect(described).size());
        assertEquals(
                1,
                inspect(described.local(b -> b.putInt(14, 0).putInt(18, 0).putInt(22, 0)))
                        .size());
        for (int at : new int[] {14, 18, 22}) {
            requireRefused(ArchiveRule.ZIP_LOCAL_HEADER, described.local(b -> b.putInt(at, 0)));
            requireRefused(ArchiveRule.ZIP_LOCAL_HEADER, HELLO.local(b -> b.putInt(at, 99)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 19})
    void modeOfUnixAndMacOs_counts(int host) throws Exception {
        ZipFileBytes.Entry program = stored("top/hello", PROGRAM, "hello");
        assertTrue(inspect(program.central(b -> b.putShort(4, (short) (host << 8 | 20))))
                .getFirst()
                .executable());
    }

    @Test
    void modeOfAnotherSystem_doesNotCount() throws Exception {
        ZipFileBytes.Entry program = stored("top/hello", ZipFileBytes.LINK, "hello");
        assertEquals(
                List.of(new FileEntry("hello", 5, false, Sha256.of(HELLO.data()))),
                inspect(program.central(b -> b.putShort(4, (short) 20))));
    }

    @Test
    void levelOfCompression_isNoMethod() throws Exception {
        assertEquals(1, inspect(HELLO.flags(1 << 11 | 3 << 1)).size());
        for (int bit = 4; bit < 16; bit++) {
            int flag = 1 << bit;
            if (bit != 11) {
                assertThrows(VerificationException.class, () -> inspect(HELLO.flags(flag | 1 << 11)), "flag " + bit);
            }
        }
    }

    @Test
    void zip64_isRefusedByEachOfItsMarks() {
        for (UnaryOperator<ByteBuffer> mark : List.<UnaryOperator<ByteBuffer>>of(
                b -> b.putShort(8, (short) -1).putShort(10, (short) -1),
                b -> b.putInt(12, -1),
                b -> b.putInt(16, -1))) {
            requireRefused(ArchiveRule.ZIP64, new ZipFileBytes().add(HELLO).end(mark));
        }
    }

    @Test
    void endRecord_namesOneDiskAndEveryEntry() {
        for (int at : new int[] {4, 6, 8, 10}) {
            requireRefused(
                    ArchiveRule.ZIP_DIRECTORY, new ZipFileBytes().add(HELLO).end(b -> b.putShort(at, (short) 7)));
        }
        for (int at : new int[] {12, 16}) {
            requireRefused(
                    ArchiveRule.ZIP_DIRECTORY, new ZipFileBytes().add(HELLO).end(b -> b.putInt(at, 1)));
        }
    }

    @Test
    void emptyFolder_hasNoContent() throws Exception {
        byte[] zip = new ZipFileBytes()
                .add(stored("top/empty/", ZipFileBytes.FOLDER, ""))
                .add(HELLO)
                .end();
        assertEquals(1, inspect(zip).size());
    }

    /** A reader of local headers would find the compressed bytes that follow the end of the stream. */
    @Test
    void bytesBehindADeflatedStream_areRefused() {
        ZipFileBytes.Entry deflated =
                ZipFileBytes.deflated("top/hello", "hello hello hello".getBytes(StandardCharsets.US_ASCII));
        byte[] longer = Arrays.copyOf(deflated.data(), deflated.data().length + 3);
        ZipFileBytes.Entry padded = new ZipFileBytes.Entry(
                deflated.name(),
                deflated.mode(),
                deflated.flags(),
                deflated.method(),
                longer,
                deflated.crc(),
                deflated.size(),
                deflated.descriptor(),
                deflated.localChange(),
                deflated.centralChange());
        requireRefused(ArchiveRule.ZIP_CONTENT, padded);
    }
}
