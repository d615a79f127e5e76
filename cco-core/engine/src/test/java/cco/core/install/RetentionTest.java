package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.model.Version;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTest {

    @TempDir
    private Path root;

    private TestHome app;

    @BeforeEach
    void app() {
        app = new TestHome(root);
    }

    @ParameterizedTest
    @CsvSource({
        // installed in this order, the last one is current and the one before it previous; wanted; kept
        "1.0.0, 1, 1.0.0",
        "1.0.0 2.0.0, 1, 1.0.0 2.0.0",
        "1.0.0 2.0.0 3.0.0, 1, 2.0.0 3.0.0",
        "1.0.0 2.0.0 3.0.0 4.0.0, 3, 2.0.0 3.0.0 4.0.0",
        "1.0.0 2.0.0 3.0.0 4.0.0, 4, 1.0.0 2.0.0 3.0.0 4.0.0",
        "4.0.0 3.0.0 2.0.0 1.0.0, 1, 1.0.0 2.0.0",
        "4.0.0 3.0.0 2.0.0 1.0.0, 3, 1.0.0 2.0.0 4.0.0",
        "9.0.0 10.0.0 1.0.0 2.0.0, 3, 1.0.0 2.0.0 10.0.0",
        "2.0.0-beta.1 2.0.0 2.0.1 2.1.0, 3, 2.0.0 2.0.1 2.1.0"
    })
    void keepsCurrentAndPreviousThenTheNewest(String installed, int wanted, String kept) throws Exception {
        for (String version : installed.split(" ")) {
            app.install(Version.of(version));
        }
        Receipt receipt = app.keep(wanted);
        List<Version> expected = Stream.of(kept.split(" ")).map(Version::of).toList();
        assertEquals(expected, app.home.versions());
        assertEquals(
                expected,
                receipt.installed().stream().map(InstalledVersion::version).toList());
        assertEquals(receipt, app.receipt());
        assertFalse(Files.exists(app.home.stagingFolder()));
        try (Stream<Path> lists = Files.list(app.home.fileLists())) {
            assertEquals(expected.size(), lists.count());
        }
    }

    @Test
    void rollback_keepsBothVersions() throws Exception {
        for (String version : List.of("1.0.0", "2.0.0", "3.0.0")) {
            app.install(Version.of(version));
        }
        app.rollBack();
        app.keep(1);
        assertEquals(List.of(Version.of("2.0.0"), Version.of("3.0.0")), app.home.versions());
    }

    @Test
    void runningVersion_isKept_untilItEnds() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sleep")) && Files.isDirectory(Path.of("/proc/self/fd")));
        for (String version : List.of("1.0.0", "2.0.0", "3.0.0")) {
            app.install(Version.of(version));
        }
        Path program = app.file(Version.of("1.0.0"), "sleep");
        Files.copy(Path.of("/bin/sleep").toRealPath(), program, StandardCopyOption.COPY_ATTRIBUTES);
        Process running = new ProcessBuilder(program.toString(), "60").start();
        try {
            Receipt receipt = app.keep(1);
            assertTrue(receipt.find(Version.of("1.0.0")).isPresent());
            assertTrue(app.home.has(Version.of("1.0.0")));
            assertEquals(List.of("kept hello 1.0.0, which is still running"), app.notices);
        } finally {
            running.destroyForcibly().waitFor();
        }
        app.keep(1);
        assertFalse(app.home.has(Version.of("1.0.0")));
    }

    @Test
    void undeletableVersion_isNoticed_andTriedAgain() throws Exception {
        for (String version : List.of("1.0.0", "2.0.0", "3.0.0")) {
            app.install(Version.of(version));
        }
        // Root may write into read-only folders, so a file stands where the staging folder should be.
        Files.writeString(app.home.stagingFolder(), "a file");
        app.keep(2);
        assertEquals(1, app.notices.size());
        assertTrue(
                app.notices.getFirst().startsWith("hello 3.0.0 is current, but cco cannot remove hello 1.0.0: "),
                app.notices.getFirst());
        assertTrue(app.home.has(Version.of("1.0.0")));
        Files.delete(app.home.stagingFolder());
        app.recover();
        assertFalse(app.home.has(Version.of("1.0.0")));
    }
}
