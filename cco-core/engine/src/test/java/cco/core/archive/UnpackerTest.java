package cco.core.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.InstallException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every hostile archive is refused for the right reason and changes nothing outside its folder. */
class UnpackerTest {

    /** Above the size from which the ratio counts. */
    static final UnpackLimits LIMITS = new UnpackLimits(500, 2 << 20, 100);

    private static final List<Hostile> HOSTILE = Stream.of(
                    HostileTars.all(), HostileZips.all(), HostileNames.all(), HostileChecksums.all())
            .flatMap(archives -> archives)
            .toList();

    @TempDir
    private Path world;

    private Path staging;
    private Path archive;

    static List<Hostile> hostile() {
        return HOSTILE;
    }

    @BeforeEach
    void setUp() throws IOException {
        staging = Files.createDirectories(world.resolve("apps/hello/.staging"));
        archive = world.resolve("archive");
        Files.writeString(world.resolve("sentinel"), "untouched");
        Files.writeString(world.resolve("apps/sentinel"), "untouched");
        Files.writeString(staging.resolve("sentinel"), "untouched");
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileArchive_isRefused_andLeavesNothing(Hostile hostile) throws IOException {
        Files.write(archive, hostile.bytes());
        List<String> before = snapshot();
        VerificationException refused = assertThrows(
                VerificationException.class,
                () -> new Unpacker(LIMITS)
                        .unpack(archive, hostile.name(), staging.resolve("tx"), ProgressListener.NONE));
        assertTrue(refused.getMessage().startsWith(hostile.name() + ": refused"), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(": " + hostile.rule().text()), refused.getMessage());
        assertTrue(refused.getMessage().codePoints().allMatch(c -> c >= ' '), "would move the cursor");
        assertEquals(before, snapshot());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void inspection_refusesHostileArchives(Hostile hostile) throws IOException {
        Files.write(archive, hostile.bytes());
        VerificationException refused =
                assertThrows(VerificationException.class, () -> new Unpacker(LIMITS).inspect(archive, hostile.name()));
        String reason = refused.getMessage();
        assertTrue(
                reason.endsWith(": " + hostile.rule().text()) || reason.endsWith(ArchiveRule.OUTSIDE_TOP.text()),
                reason);
    }

    @Test
    void flatArchive_isRefusedByInspection() throws IOException {
        Files.write(archive, new TarBytes().file("hello", "x").end().gzip());
        VerificationException refused =
                assertThrows(VerificationException.class, () -> new Unpacker(LIMITS).inspect(archive, "a.tar.gz"));
        assertEquals("a.tar.gz: refused: it has no single top-level folder", refused.getMessage());
    }

    @Test
    void everyRule_isBrokenByAnArchive() {
        Set<ArchiveRule> untried = EnumSet.allOf(ArchiveRule.class);
        HOSTILE.stream().map(Hostile::rule).forEach(untried::remove);
        assertEquals(Set.of(ArchiveRule.UNKNOWN_FORMAT, ArchiveRule.OUTSIDE_TOP), untried);
    }

    @Test
    void otherFormat_isRefused() throws IOException {
        Files.writeString(archive, "Rar!");
        VerificationException refused = assertThrows(
                VerificationException.class,
                () -> new Unpacker(LIMITS).unpack(archive, "hello.rar", staging.resolve("tx"), ProgressListener.NONE));
        assertTrue(refused.getMessage().endsWith(ArchiveRule.UNKNOWN_FORMAT.text()), refused.getMessage());
    }

    @Tag("sweep")
    @Test
    void everyTruncation_isRefused() throws IOException {
        byte[] tar =
                new TarBytes().folder("top/").file("top/hello", "hello").end().gzip();
        byte[] zip = new ZipFileBytes()
                .add(ZipFileBytes.stored("top/hello", ZipFileBytes.FILE, "hello"))
                .end();
        for (int length = 0; length < tar.length; length++) {
            Files.write(archive, Arrays.copyOf(tar, length));
            assertThrows(VerificationException.class, () -> new Unpacker(LIMITS).inspect(archive, "a.tar.gz"));
        }
        for (int length = 0; length < zip.length; length++) {
            Files.write(archive, Arrays.copyOf(zip, length));
            assertThrows(VerificationException.class, () -> new Unpacker(LIMITS).inspect(archive, "a.zip"));
        }
    }

    @Test
    void existingFolder_isNotTouched() throws IOException {
        Files.write(archive, new TarBytes().file("top/sentinel", "x").end().gzip());
        List<String> before = snapshot();
        assertThrows(
                InstallException.class,
                () -> new Unpacker(LIMITS).unpack(archive, "a.tar.gz", staging, ProgressListener.NONE));
        assertEquals(before, snapshot());
    }

    @Test
    void missingArchive_isAnInstallException() throws IOException {
        InstallException failed = assertThrows(
                InstallException.class,
                () -> new Unpacker(LIMITS).unpack(archive, "a.tar.gz", staging.resolve("tx"), ProgressListener.NONE));
        assertTrue(failed.getMessage().endsWith("there is no " + archive), failed.getMessage());
        assertFalse(Files.exists(staging.resolve("tx")));
    }

    private List<String> snapshot() throws IOException {
        try (Stream<Path> paths = Files.walk(world)) {
            return paths.sorted().map(UnpackerTest::describe).toList();
        }
    }

    private static String describe(Path path) {
        try {
            String attributes = Files.readAttributes(path, "posix:permissions,isSymbolicLink")
                    .toString();
            return path + attributes + (Files.isRegularFile(path) ? Arrays.hashCode(Files.readAllBytes(path)) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
