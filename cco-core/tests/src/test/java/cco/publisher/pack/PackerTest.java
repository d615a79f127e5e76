package cco.publisher.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.archive.SystemTools;
import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackerTest {

    private static final String LINUX = "linux-x86_64";
    private static final String WINDOWS = "windows-x86_64";
    private static final Instant BUILT = Instant.parse("2024-01-15T10:00:00Z");

    @TempDir
    private Path world;

    private Path build;
    private Path output;

    @BeforeEach
    void setUp() throws IOException {
        build = Files.createDirectories(world.resolve("build"));
        output = world.resolve("output");
        file("hello", "#!/bin/sh\necho hello 1.2.0\n", "rwx------");
        file("lib/data", "x".repeat(100_000), "rw-rw-rw-");
        file("lib/empty", "", "r--------");
        file("caf\u00e9/\u00fcber", "foreign name", "rw-r--r--");
        file("deep-folder/".repeat(14) + "y".repeat(80), "long name", "rw-r--r--");
        file("z".repeat(200), "name without a place to divide", "rw-r--r--");
        Files.createDirectories(build.resolve("empty-folder"));
        byte[] noise = new byte[70_001];
        new Random(1).nextBytes(noise);
        Files.write(build.resolve("noise"), noise);
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, WINDOWS})
    void packedBuild_isUnpackedUnchanged(String platform) throws Exception {
        file("checksums.sha256", "stale\n", "rw-r--r--");
        Path archive = pack(platform);
        Path unpacked = world.resolve("unpacked");
        unpacker().unpack(archive, archive.getFileName().toString(), unpacked, ProgressListener.NONE);
        Map<String, String> expected = contents(build);
        Map<String, String> actual = contents(unpacked);
        expected.remove("checksums.sha256");
        String checksums = actual.remove("checksums.sha256");
        assertEquals(expected, actual);
        assertFalse(checksums.contains("stale"));
        assertEquals("r-xr-xr-x", mode(unpacked.resolve("hello")));
        assertEquals("r--r--r--", mode(unpacked.resolve("lib/data")));
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, WINDOWS})
    void sameBuild_givesTheSameBytes(String platform) throws Exception {
        Path first = pack(platform);
        byte[] bytes = Files.readAllBytes(first);
        Path copy = world.resolve("copy");
        Files.move(build, copy);
        Files.createDirectories(build);
        assertTrue(SystemTools.run(copy, "cp", "-R", ".", build.toString()), "cp");
        Files.setPosixFilePermissions(build.resolve("hello"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertArrayEquals(bytes, Files.readAllBytes(pack(platform)));
    }

    @ParameterizedTest
    @ValueSource(strings = {LINUX, WINDOWS})
    void build_isNotChanged(String platform) throws Exception {
        file("checksums.sha256", "stale\n", "rw-r--r--");
        Map<String, String> before = contents(build);
        pack(platform);
        assertEquals(before, contents(build));
        assertEquals("rw-rw-rw-", mode(build.resolve("lib/data")));
    }

    @Test
    void archive_hasTheAgreedNames() throws Exception {
        assertEquals(
                "hello-v1.2.0-linux-x86_64.tar.gz", pack(LINUX).getFileName().toString());
        assertEquals(
                "hello-v1.2.0-windows-x86_64.zip", pack(WINDOWS).getFileName().toString());
        try (Stream<Path> files = Files.list(output)) {
            assertEquals(2, files.count());
        }
    }

    @Test
    void links_areKeptInTar() throws Exception {
        Files.createSymbolicLink(build.resolve("lib/short"), Path.of("data"));
        Files.createSymbolicLink(build.resolve("long"), Path.of("deep-folder/".repeat(14) + "y".repeat(80)));
        unpacker().unpack(pack(LINUX), "a.tar.gz", world.resolve("unpacked"), ProgressListener.NONE);
        assertEquals(Path.of("data"), Files.readSymbolicLink(world.resolve("unpacked/lib/short")));
        assertEquals("long name", Files.readString(world.resolve("unpacked/long")));
    }

    @Test
    void links_areRefusedInZip() throws Exception {
        Files.createSymbolicLink(build.resolve("link"), Path.of("hello"));
        assertRefused(WINDOWS, "link is a symbolic link");
    }

    @Test
    void unsafeBuild_isNotPacked() throws Exception {
        Files.createSymbolicLink(build.resolve("passwords"), Path.of("/etc/passwd"));
        assertRefused(LINUX, "its link target is absolute");
        Files.delete(build.resolve("passwords"));
        file("aux.txt", "x", "rw-r--r--");
        assertRefused(LINUX, "'hello-v1.2.0-linux-x86_64/aux.txt'");
        assertRefused(WINDOWS, "is a device on Windows");
    }

    @Test
    void namesThatCollide_areNotPacked() throws Exception {
        file("HELLO", "x", "rw-r--r--");
        assertRefused(LINUX, "only in case");
    }

    @Test
    void pipe_isNotPacked() throws Exception {
        assertTrue(SystemTools.run(build, "mkfifo", "pipe"), "mkfifo");
        assertRefused(LINUX, "a pipe");
    }

    @Test
    void missingProgram_isRefused() throws Exception {
        Files.delete(build.resolve("hello"));
        assertRefused(LINUX, "is not an executable file");
    }

    @Test
    void nonExecutableProgram_isRefusedWithHint() throws Exception {
        Files.setPosixFilePermissions(build.resolve("hello"), PosixFilePermissions.fromString("rw-r--r--"));
        UsageException refused = assertRefused(LINUX, "is not an executable file");
        assertTrue(refused.hint().contains("chmod +x"), refused.hint());
    }

    @Test
    void outputInsideTheBuild_isRefused() {
        output = build.resolve("target");
        assertThrows(UsageException.class, () -> pack(LINUX));
        assertFalse(Files.exists(output));
    }

    @Test
    void otherPrograms_readIt() throws Exception {
        Path tar = pack(LINUX);
        Path folder = Files.createDirectories(world.resolve("other"));
        if (SystemTools.run(folder, "tar", "-xzf", tar.toString())) {
            Path top = folder.resolve("hello-v1.2.0-linux-x86_64");
            assertEquals(contents(build), without(contents(top), "checksums.sha256"));
            assertEquals(BUILT, Files.getLastModifiedTime(top.resolve("hello")).toInstant());
            SystemTools.run(top, "sha256sum", "--quiet", "--strict", "-c", "checksums.sha256");
        }
        Path zip = pack(WINDOWS);
        if (SystemTools.run(folder, "unzip", "-q", zip.toString())) {
            Path top = folder.resolve("hello-v1.2.0-windows-x86_64");
            assertEquals(contents(build), without(contents(top), "checksums.sha256"));
            assertEquals("rwxr-xr-x", mode(top.resolve("hello")));
            SystemTools.run(top, "sha256sum", "--quiet", "--strict", "-c", "checksums.sha256");
        }
    }

    private static Map<String, String> without(Map<String, String> contents, String name) {
        contents.remove(name);
        return contents;
    }

    private UsageException assertRefused(String platform, String reason) throws IOException {
        UsageException refused = assertThrows(UsageException.class, () -> pack(platform));
        assertTrue(refused.getMessage().contains(reason), refused.getMessage());
        if (Files.exists(output)) {
            try (Stream<Path> files = Files.list(output)) {
                assertEquals(List.of(), files.toList());
            }
        }
        return refused;
    }

    private static String refusal(Executable packing) {
        return assertThrows(UsageException.class, packing).getMessage();
    }

    @Test
    void tooManyFiles_areRefusedBeforePacking() throws Exception {
        int count = contents(build).size() - 1;
        assertTrue(Files.exists(pack(LINUX, new UnpackLimits(count + 2, 1 << 20, 200))));
        assertEquals(
                "cannot pack " + build + ": it has " + count + " files and folders, but an update takes at most "
                        + (count - 1),
                refusal(() -> pack(LINUX, new UnpackLimits(count + 1, 1 << 20, 200))));
    }

    @Test
    void tooManyBytes_areRefusedBeforePacking() throws Exception {
        assertEquals(
                "cannot pack " + build + ": it has 170.1 kB, but an update takes at most 150.0 kB",
                refusal(() -> pack(LINUX, new UnpackLimits(1000, 150_000, 200))));
    }

    private Path pack(String platform) throws CcoException {
        return pack(platform, UnpackLimits.DEFAULT);
    }

    private Path pack(String platform, UnpackLimits limits) throws CcoException {
        return new Packer(limits)
                .pack(
                        new PackRequest(
                                new AppName("hello"),
                                Version.of("1.2.0"),
                                new Platform(platform),
                                build,
                                Programs.of("hello"),
                                BUILT),
                        output);
    }

    private static Unpacker unpacker() {
        return new Unpacker(UnpackLimits.DEFAULT);
    }

    private void file(String name, String content, String mode) throws IOException {
        Path file = build.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    /** Every path, with a file's content. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            paths.forEach(path -> contents.put(folder.relativize(path).toString(), content(path)));
        }
        return contents;
    }

    private static String content(Path path) {
        try {
            return Files.isDirectory(path) ? "" : Files.readString(path, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
