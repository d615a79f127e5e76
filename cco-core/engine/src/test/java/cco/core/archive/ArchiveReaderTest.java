package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import cco.core.error.VerificationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every format is read in the same way, and its file is closed at the end. */
class ArchiveReaderTest {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    private Path folder;

    private Path archive(String name) throws IOException {
        byte[] tar =
                new TarBytes().file("top/a", "hello").file("top/b", "").end().gzip();
        byte[] zip = new ZipFileBytes()
                .add(ZipFileBytes.stored("top/a", ZipFileBytes.FILE, "hello"))
                .add(ZipFileBytes.stored("top/b", ZipFileBytes.FILE, ""))
                .end();
        return Files.write(
                folder.resolve(name),
                switch (name) {
                    case "a.zip" -> zip;
                    case "a.tar.xz" -> XzMemberTest.archive();
                    default -> tar;
                });
    }

    private ArchiveReader open(String name) throws IOException {
        return ArchiveReader.open(archive(name), name, UnpackLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.TGZ"})
    void end_isReportedAgain(String name) throws IOException {
        byte[] buffer = new byte[3];
        try (ArchiveReader reader = open(name)) {
            assertEquals(-1, reader.read(buffer), "before the first entry");
            assertEquals("top/a", reader.next().orElseThrow().name());
            assertEquals(3, reader.read(buffer));
            assertEquals(2, reader.read(buffer));
            assertEquals(-1, reader.read(buffer));
            assertEquals(-1, reader.read(buffer));
            assertEquals("top/b", reader.next().orElseThrow().name());
            assertEquals(-1, reader.read(buffer));
            assertEquals(Optional.empty(), reader.next());
            assertEquals(-1, reader.read(buffer));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.xz"})
    void position_growsToTheEnd(String name) throws IOException {
        Path archive = archive(name);
        try (ArchiveReader reader = ArchiveReader.open(archive, name, UnpackLimits.DEFAULT)) {
            while (reader.next().isPresent()) {
                assertTrue(reader.position() > 0);
            }
            long end = Files.size(archive);
            switch (name) {
                case "a.zip" -> assertTrue(reader.position() > 30 && reader.position() < end, "before the directory");
                case "a.tar.gz" -> assertEquals(end - 18, reader.position(), "without the header and the trailer");
                default -> assertEquals(end, reader.position());
            }
        }
    }

    /** On Windows, an open archive could not be deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.xz"})
    void readerThatIsClosed_leavesNoOpenFile(String name) throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES));
        try (ArchiveReader reader = open(name)) {
            assertTrue(reader.next().isPresent());
            assertTrue(isOpen(name), "the test sees open files");
        }
        assertFalse(isOpen(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar.gz", "a.tar.xz"})
    void archiveThatIsRefused_isClosed(String name) throws IOException {
        assumeTrue(Files.isDirectory(OPEN_FILES));
        Path archive = Files.write(folder.resolve(name), new byte[100]);
        assertThrows(UnsafeArchiveException.class, () -> ArchiveReader.open(archive, name, UnpackLimits.DEFAULT));
        assertFalse(isOpen(name));
    }

    private boolean isOpen(String name) throws IOException {
        Path file = folder.resolve(name).toRealPath();
        try (Stream<Path> handles = Files.list(OPEN_FILES)) {
            List<Path> open = handles.map(ArchiveReaderTest::target).toList();
            return open.contains(file);
        }
    }

    private static Path target(Path handle) {
        try {
            return Files.readSymbolicLink(handle);
        } catch (IOException closedMeanwhile) {
            return handle;
        }
    }

    @Test
    void shortReadsOfAZip_areJoined() throws IOException {
        byte[] file = "0123456789".getBytes(StandardCharsets.US_ASCII);
        FileChannel slow = mock(FileChannel.class);
        when(slow.read(any(ByteBuffer.class), anyLong())).thenAnswer(call -> {
            int position = Math.toIntExact(call.getArgument(1));
            call.<ByteBuffer>getArgument(0).put(file[position]);
            return 1;
        });
        assertEquals(
                "3456",
                StandardCharsets.US_ASCII.decode(new ZipBytes(slow).at(3, 4)).toString());
    }

    /** The list of an archive within the limits is far shorter than 16 MiB. */
    @Test
    void hugeChecksumFile_isRefused() throws Exception {
        byte[] tar = new TarBytes()
                .file("top/checksums.sha256", "0".repeat((1 << 24) + 1))
                .end()
                .gzip();
        Path archive = Files.write(folder.resolve("a.tgz"), tar);
        Unpacker unpacker = new Unpacker(new UnpackLimits(9, 1 << 26, 1_000_000));
        String refused = assertThrows(VerificationException.class, () -> unpacker.inspect(archive, "a.tgz"))
                .getMessage();
        assertTrue(refused.endsWith(ArchiveRule.TOO_LARGE.text()), refused);
    }
}
