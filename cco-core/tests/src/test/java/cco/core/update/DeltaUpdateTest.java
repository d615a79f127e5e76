package cco.core.update;

import static cco.core.background.EngineLab.HELLO;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.background.EngineLab;
import cco.core.error.CcoException;
import cco.core.model.Version;
import cco.publisher.delta.DeltaPublisher;
import cco.publisher.delta.DeltaResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Updates by delta, from a publisher's folder to an installation. */
class DeltaUpdateTest {

    private static final Version OLD = Version.of("1.0.0");
    private static final Version NEW = Version.of("1.1.0");

    @TempDir
    private Path folder;

    private EngineLab lab;
    private byte[] data;

    @BeforeEach
    void publishTwoVersions() throws CcoException, IOException {
        lab = new EngineLab(folder);
        data = new byte[100_000];
        new Random(1).nextBytes(data);
        publish("1.0.0");
        lab.install(HELLO);
        data[5_000]++;
        publish("1.1.0");
    }

    private void publish(String version) throws CcoException, IOException {
        Path build = Files.createDirectories(folder.resolve("build " + version));
        Files.write(build.resolve("data"), data);
        lab.publish(version);
    }

    private List<DeltaResult> publishDeltas() throws CcoException {
        return new DeltaPublisher(lab.repository).publish(NEW, Set.of());
    }

    private void requireUpdated() throws CcoException, IOException {
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.1.0", lab.current());
        assertArrayEquals(data, Files.readAllBytes(lab.home(HELLO).resolve("versions/1.1.0/data")));
        assertEquals(0, lab.cached());
    }

    @Test
    void delta_replacesTheArchive() throws CcoException, IOException {
        DeltaResult result = publishDeltas().getFirst();
        assertEquals(DeltaResult.State.PUBLISHED, result.state());
        assertTrue(result.size() < 1_000, result.size() + " bytes");
        Files.delete(lab.published("1.1.0", ".tar.gz"));
        requireUpdated();
        assertEquals(List.of(), lab.notices);
    }

    @Test
    void publishedDelta_isNotMadeAgain() throws CcoException {
        publishDeltas();
        assertEquals(
                DeltaResult.State.ALREADY_PUBLISHED, publishDeltas().getFirst().state());
    }

    @Test
    void deltaThatSavesLittle_isNotPublished() throws CcoException, IOException {
        new Random(2).nextBytes(data);
        publish("1.2.0");
        List<DeltaResult> results = new DeltaPublisher(lab.repository).publish(Version.of("1.2.0"), Set.of(OLD));
        assertEquals(DeltaResult.State.TOO_LARGE, results.getFirst().state());
    }

    @Test
    void damagedInstallation_downloadsTheArchive() throws CcoException, IOException {
        publishDeltas();
        Path installed = lab.home(HELLO).resolve("versions/1.0.0/data");
        assertTrue(installed.toFile().setWritable(true));
        Files.write(installed, new byte[] {1, 2, 3});
        requireUpdated();
        assertTrue(lab.notices.getFirst().startsWith("downloading the whole archive"), lab.notices.toString());
    }

    @Test
    void damagedDelta_downloadsTheArchive() throws CcoException, IOException {
        publishDeltas();
        byte[] delta = Files.readAllBytes(lab.published("1.1.0", ".delta"));
        delta[delta.length / 2]++;
        Files.write(lab.published("1.1.0", ".delta"), delta);
        requireUpdated();
        assertTrue(lab.notices.getFirst().startsWith("downloading the whole archive"), lab.notices.toString());
    }

    @Test
    void missingDelta_downloadsTheArchive() throws CcoException, IOException {
        publishDeltas();
        Files.delete(lab.published("1.1.0", ".delta"));
        requireUpdated();
    }

    @Test
    void otherVersionInstalled_downloadsTheArchive() throws CcoException, IOException {
        publishDeltas();
        data[9]++;
        publish("1.2.0");
        assertInstanceOf(UpdateOutcome.Updated.class, lab.update(Consent.ALWAYS));
        assertEquals("1.2.0", lab.current());
    }
}
