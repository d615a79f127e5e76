package cco.publisher.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Builds in the forms in which publishers have them. */
class ReleaseArchiveTest {

    private static final AppName HELLO = new AppName("hello");
    private static final Platform LINUX = new Platform("linux-x86_64");

    @TempDir
    Path folder;

    private Path build;

    @BeforeEach
    void build() throws IOException {
        build = Files.createDirectories(folder.resolve("release"));
        program(build.resolve("hello"), "1.0.0");
        Files.writeString(build.resolve("README"), "read me");
    }

    private static void program(Path file, String version) throws IOException {
        Files.writeString(file, "#!/bin/sh\necho hello " + version + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private PackRequest request(Path input) {
        return PackRequest.of(HELLO, Version.of("1.0.0"), LINUX, input);
    }

    private Path pack(Path input) throws CcoException, IOException {
        return new ReleaseArchive(Files.createTempDirectory(folder, "work")).of(request(input));
    }

    private List<String> content(Path archive) throws CcoException {
        return new Unpacker(UnpackLimits.DEFAULT)
                .inspect(archive, "hello.tar.gz").stream()
                        .map(FileEntry::path)
                        .filter(path -> !path.equals("checksums.sha256"))
                        .toList();
    }

    private Path tar(String... arguments) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/tar")), "needs tar");
        Path archive = folder.resolve("made.tar.gz");
        List<String> command = new ArrayList<>(List.of("/bin/tar", "-czf", archive.toString()));
        command.addAll(List.of(arguments));
        assertEquals(
                0,
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("tar.log").toFile())
                        .start()
                        .waitFor());
        return archive;
    }

    @ParameterizedTest
    @ValueSource(strings = {"-C release hello README", "-C release .", "-C release ./hello ./README"})
    void flatTar_isRepacked(String arguments) throws Exception {
        Path archive = pack(tar(arguments.split(" ")));
        assertEquals(List.of("README", "hello"), content(archive));
        assertArrayEquals(Files.readAllBytes(pack(build)), Files.readAllBytes(archive));
    }

    @Test
    void tarWithOneFolder_staysAsItIs() throws Exception {
        Path made = tar("release");
        assertEquals(made, pack(made));
    }

    @Test
    void singleProgram_isPacked() throws Exception {
        assertEquals(List.of("hello"), content(pack(build.resolve("hello"))));
    }

    @Test
    void zipForLinux_isRepacked() throws Exception {
        Path zip = new Packer()
                .pack(
                        new PackRequest(
                                HELLO,
                                Version.of("1.0.0"),
                                new Platform("windows-x86_64"),
                                build,
                                Programs.of("hello"),
                                PackRequest.EARLIEST),
                        folder.resolve("zipped"));
        assertEquals(List.of("README", "hello"), content(pack(zip)));
    }

    @Test
    void zipOutsideItsFolder_isRefused() throws Exception {
        Path zip = folder.resolve("evil.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../hello"));
            out.write('x');
        }
        assertThrows(CcoException.class, () -> pack(zip));
    }

    private Path xz(byte[] content, int level) throws IOException {
        Path file = folder.resolve("made.tar.xz");
        try (OutputStream out = new XZOutputStream(Files.newOutputStream(file), new LZMA2Options(level))) {
            out.write(content);
        }
        return file;
    }

    private byte[] tarBytes() throws Exception {
        try (InputStream tar = new GZIPInputStream(Files.newInputStream(tar("release")))) {
            return tar.readAllBytes();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9})
    void xz_isRepacked(int level) throws Exception {
        Path archive = pack(xz(tarBytes(), level));
        assertEquals(List.of("README", "hello"), content(archive));
        assertArrayEquals(Files.readAllBytes(pack(build)), Files.readAllBytes(archive));
    }

    @Test
    void xzBomb_isRefused() throws Exception {
        Path bomb = xz(new byte[8 << 20], 1);
        assertTrue(Files.size(bomb) < 10_000);
        assertRefused(bomb, "refused: it unpacks to far more bytes than it has");
    }

    @Test
    void xzThatNeedsMuchMemory_isRefused() throws Exception {
        Path file = xz(tarBytes(), 6);
        byte[] bytes = Files.readAllBytes(file);
        // The dictionary in the block header (section 5.3.1 of the format): the code 30 means 128 MiB.
        bytes[16] = 30;
        CRC32 crc = new CRC32();
        crc.update(bytes, 12, 8);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(20, (int) crc.getValue());
        Files.write(file, bytes);
        assertRefused(file, "it needs 128 MiB of memory to unpack");
    }

    @Test
    void damagedXz_isRefused() throws Exception {
        byte[] whole = Files.readAllBytes(xz(tarBytes(), 6));
        Path file = folder.resolve("damaged.tar.xz");
        Files.write(file, Arrays.copyOf(whole, whole.length - 20));
        assertRefused(file, "it is damaged or cut off");
        whole[whole.length / 2] ^= 1;
        Files.write(file, whole);
        assertRefused(file, "it is damaged or cut off");
    }

    private void assertRefused(Path file, String reason) {
        UsageException refused = assertThrows(UsageException.class, () -> pack(file));
        assertTrue(refused.getMessage().endsWith(reason), refused.getMessage());
    }

    @Test
    void otherFile_isRefused() throws Exception {
        UsageException refused = assertThrows(UsageException.class, () -> pack(build.resolve("README")));
        assertTrue(refused.getMessage().endsWith("is neither an archive nor a program"), refused.getMessage());
    }

    @Test
    void programWithAnotherVersion_isRefused() throws Exception {
        program(build.resolve("hello"), "1.0.1");
        ReleaseArchive archives = new ReleaseArchive(Files.createTempDirectory(folder, "work"));
        Path archive = archives.of(request(build));
        UsageException refused = assertThrows(
                UsageException.class, () -> archives.requireStarts(request(build), archive, List.of("--version")));
        assertTrue(
                refused.getMessage()
                        .startsWith("hello 1.0.0 does not print its version when called with '--version'; it prints:"),
                refused.getMessage());
    }

    @Test
    void programWithItsVersion_passes() throws Exception {
        ReleaseArchive archives = new ReleaseArchive(Files.createTempDirectory(folder, "work"));
        archives.requireStarts(request(build), archives.of(request(build)), List.of("--version"));
    }
}
