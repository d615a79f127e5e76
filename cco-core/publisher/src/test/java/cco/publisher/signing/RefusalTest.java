package cco.publisher.signing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Changes that others make to a repository between two commands of its publisher. */
class RefusalTest {

    @TempDir
    Path folder;

    private Workshop workshop;

    @BeforeEach
    void begin() throws CcoException, IOException {
        workshop = Workshop.with(folder, "1.0.0");
    }

    private void replace(String path, String old, String by) throws IOException {
        String text = Files.readString(workshop.file(path));
        assertTrue(text.contains(old), text);
        Files.writeString(workshop.file(path), text.replace(old, by));
    }

    private void signRefuses(String reason) throws CcoException, IOException {
        List<String> changed = workshop.changed(() -> {
            VerificationException refusal = assertThrows(
                    VerificationException.class, () -> workshop.repository().sign(workshop));
            assertTrue(refusal.getMessage().contains(reason), refusal.getMessage());
        });
        assertEquals(List.of(), changed);
    }

    private void checkRefuses() {
        assertThrows(VerificationException.class, () -> workshop.check());
    }

    @Test
    void olderManifest_isNotSigned() throws CcoException, IOException {
        String first = Files.readString(workshop.file("version-manifest.json"));
        workshop.add("1.1.0", "hello 1.1.0");
        workshop.repository().sign(workshop);
        Files.writeString(workshop.file("version-manifest.json"), first);
        signRefuses("goes back to serial 1; 2 was signed before");
        checkRefuses();
    }

    @Test
    void changedRelease_isNotSigned() throws CcoException, IOException {
        Files.delete(workshop.file("version-manifest.json"));
        workshop.add("1.0.0", "hello, evil");
        workshop.add("1.1.0", "hello 1.1.0");
        signRefuses("was signed before with other content");
    }

    @Test
    void archiveThatDiffersFromManifest_isNotSigned() throws CcoException, IOException {
        workshop.add("1.1.0", "hello 1.1.0");
        Files.writeString(workshop.archive("1.1.0"), "hello 6.6.6");
        signRefuses("is not the file that the manifest lists");
    }

    @Test
    void missingArchive_isNotSigned() throws CcoException, IOException {
        workshop.add("1.1.0", "hello 1.1.0");
        Files.delete(workshop.archive("1.1.0"));
        assertThrows(SourceException.class, () -> workshop.repository().sign(workshop));
    }

    @Test
    void manifestOfAnotherApp_isNotSigned() throws CcoException, IOException {
        replace("version-manifest.json", "\"app\": \"hello\"", "\"app\": \"other\"");
        signRefuses("is the manifest of other");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.root.json", "2.targets.json", "2.snapshot.json", "timestamp.json"})
    void changedMetadata_isRefused(String file) throws CcoException, IOException {
        replace("metadata/" + file, "\"expires\": \"202", "\"expires\": \"203");
        signRefuses(file);
        assertThrows(VerificationException.class, () -> workshop.repository().refresh(workshop));
        checkRefuses();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.root.json", "2.targets.json", "2.snapshot.json", "timestamp.json"})
    void missingMetadata_isReportedByName(String file) throws CcoException, IOException {
        Files.delete(workshop.file("metadata/" + file));
        signRefuses(file);
        checkRefuses();
    }

    @Test
    void check_findsChangedBytesInAnyFile() throws CcoException, IOException {
        workshop.check();
        int files = 0;
        for (String name : workshop.files().keySet()) {
            byte[] bytes = Files.readAllBytes(workshop.file(name));
            if (name.startsWith("metadata/1.t") || name.startsWith("metadata/1.s")) {
                continue; // of the state before, which the newest client does not read
            }
            bytes[bytes.length / 2] ^= 1;
            Files.write(workshop.file(name), bytes);
            assertThrows(VerificationException.class, () -> workshop.check(), name);
            bytes[bytes.length / 2] ^= 1;
            Files.write(workshop.file(name), bytes);
            files++;
        }
        assertEquals(12, files);
        workshop.check();
    }

    @Test
    void check_findsExpiredMetadata() {
        workshop.pass(7);
        checkRefuses();
    }

    @Test
    void check_findsUnsignedReleases() throws CcoException, IOException {
        workshop.add("1.1.0", "hello 1.1.0");
        checkRefuses();
        workshop.repository().sign(workshop);
        workshop.check();
    }

    @Test
    void check_startsAtTheGivenRoot() throws CcoException, IOException {
        Workshop attacker = Workshop.with(folder.resolve("attacker"), "1.0.0");
        Path root = workshop.file("metadata/1.root.json");
        UntrustedBytes shipped = new UntrustedBytes(root.toString(), Files.readAllBytes(root));
        new RepositoryCheck(workshop.directory, Optional.of(shipped), FileDigests.READ).check(workshop.now);
        assertThrows(
                VerificationException.class,
                () -> new RepositoryCheck(attacker.directory, Optional.of(shipped), FileDigests.READ)
                        .check(workshop.now));
    }
}
