package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.model.Version;
import cco.publisher.delta.DeltaPublisher;
import cco.publisher.publish.ArchiveCompressor;
import cco.publisher.publish.CompressedArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates by an archive that is compressed with xz, from a publisher's folder to an installation. */
class AlternateUpdateTest {

    private static final Version NEW = Version.of("1.1.0");
    private static final int HALF = 100_000;

    @TempDir
    private Path folder;

    private EngineLab lab;
    private byte[] data;

    @BeforeEach
    void publishTwoVersions() throws CcoException, IOException {
        lab = new EngineLab(folder);
        publish("1.0.0", 1);
        lab.install(HELLO);
        publish("1.1.0", 2);
    }

    /** The second half repeats the first, too far away for gzip. */
    private void publish(String version, long seed) throws CcoException, IOException {
        data = new byte[2 * HALF];
        new Random(seed).nextBytes(data);
        System.arraycopy(data, 0, data, HALF, HALF);
        Path build = Files.createDirectories(folder.resolve("build " + version));
        Files.write(build.resolve("data"), data);
        lab.publish(version);
    }

    private List<CompressedArchive> compress() throws CcoException {
        return new ArchiveCompressor(lab.repository).compress(NEW);
    }

    private void requireUpdated() throws CcoException, IOException {
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertArrayEquals(data, Files.readAllBytes(lab.home(HELLO).resolve("versions/1.1.0/data")));
        assertEquals(0, lab.cached());
    }

    private void requireArchive() throws CcoException, IOException {
        requireUpdated();
        assertTrue(lab.notices.getFirst().matches("downloading .*\\.tar\\.gz instead: .*"), lab.notices.toString());
    }

    @Test
    void alternate_replacesTheArchive() throws CcoException, IOException {
        CompressedArchive result = compress().getFirst();
        assertTrue(result.published() && result.size() < HALF + 5_000, result.toString());
        Files.delete(lab.published("1.1.0", ".tar.gz"));
        requireUpdated();
        assertEquals(List.of(), lab.notices);
    }

    @Test
    void downloadedArchive_isUsedInsteadOfAlternate() throws CcoException, IOException {
        compress();
        lab.updater(Optional.empty()).cache().add(HELLO, lab.published("1.1.0", ".tar.gz"));
        Files.delete(lab.published("1.1.0", ".tar.gz"));
        Files.delete(lab.published("1.1.0", ".tar.xz"));
        requireUpdated();
    }

    @Test
    void publishedAlternate_isNotMadeAgain() throws CcoException {
        assertEquals(compress(), compress());
    }

    @Test
    void alternateThatSavesLittle_isNotPublished() throws CcoException, IOException {
        Path build = folder.resolve("build 1.2.0");
        Files.createDirectories(build);
        new Random(3).nextBytes(data);
        Files.write(build.resolve("data"), data);
        lab.publish("1.2.0");
        CompressedArchive result = new ArchiveCompressor(lab.repository)
                .compress(Version.of("1.2.0"))
                .getFirst();
        assertFalse(result.published());
        assertFalse(Files.readString(lab.repository.resolve("version-manifest.json"))
                .contains("alternates"));
    }

    @Test
    void damagedAlternate_isReplacedByTheArchive() throws CcoException, IOException {
        compress();
        byte[] bytes = Files.readAllBytes(lab.published("1.1.0", ".tar.xz"));
        bytes[bytes.length / 2]++;
        Files.write(lab.published("1.1.0", ".tar.xz"), bytes);
        requireArchive();
    }

    @Test
    void missingAlternate_isReplacedByTheArchive() throws CcoException, IOException {
        compress();
        Files.delete(lab.published("1.1.0", ".tar.xz"));
        requireArchive();
    }

    @Test
    void alternateWithOtherContent_isReplacedByTheArchive() throws CcoException, IOException {
        new ArchiveCompressor(lab.repository).compress(Version.of("1.0.0"));
        compress();
        Path manifest = lab.repository.resolve("version-manifest.json");
        String text = Files.readString(manifest);
        Files.writeString(manifest, text.replace(alternates(text, "1.1.0"), alternates(text, "1.0.0")));
        requireArchive();
        assertTrue(lab.notices.getFirst().contains("does not match its file list"), lab.notices.toString());
    }

    private static String alternates(String manifest, String version) {
        return Pattern.compile("\"alternates\": \\[[^]]*v" + version + "[^]]*]")
                .matcher(manifest)
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    @Test
    void smallerDelta_comesFirst() throws CcoException, IOException {
        requireUpdated();
        data[7]++;
        Path build = Files.createDirectories(folder.resolve("build 1.2.0"));
        Files.write(build.resolve("data"), data);
        lab.publish("1.2.0");
        new ArchiveCompressor(lab.repository).compress(Version.of("1.2.0"));
        new DeltaPublisher(lab.repository).publish(Version.of("1.2.0"), Set.of());
        Path version = lab.repository.resolve("v1.2.0");
        try (var files = Files.newDirectoryStream(version, "*.tar.*")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.2.0", lab.current());
    }
}
