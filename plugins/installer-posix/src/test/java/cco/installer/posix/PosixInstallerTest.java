package cco.installer.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.PlatformInstaller;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Provides;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PosixInstallerTest {

    private final PosixInstaller installer = new PosixInstaller();

    @TempDir
    private Path home;

    @BeforeEach
    void twoVersions() throws IOException {
        for (String version : List.of("1.0.0", "2.0.0")) {
            Files.writeString(
                    Files.createDirectories(home.resolve("versions", version)).resolve("hello"), version);
        }
    }

    @Test
    void isProvidedAsAService() {
        Set<Provides> provided =
                PosixInstaller.class.getModule().getDescriptor().provides();
        assertEquals(
                List.of(PlatformInstaller.class.getName() + " by " + PosixInstaller.class.getName()),
                provided.stream()
                        .map(service ->
                                service.service() + " by " + service.providers().getFirst())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "FreeBSD", "AIX", "SunOS"})
    void posixSystems_areSupported(String osName) {
        assertTrue(installer.supports(osName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Windows 11", "Windows Server 2025"})
    void windows_isNotSupported(String osName) {
        assertFalse(installer.supports(osName));
    }

    @Test
    void newHome_hasNoCurrentVersion() throws IOException {
        assertEquals(Optional.empty(), installer.current(home));
    }

    @Test
    void activation_makesARelativeLink() throws IOException {
        installer.activate(home, "1.0.0");
        assertEquals(Optional.of("1.0.0"), installer.current(home));
        installer.activate(home, "2.0.0");
        assertEquals(Path.of("versions/2.0.0"), Files.readSymbolicLink(home.resolve("current")));
        assertEquals("2.0.0", Files.readString(home.resolve("current/hello")));
        assertNoTemporaryLinks(home);
    }

    @Test
    void commandOfOneVersion_startsItBeforeItIsCurrent() throws IOException {
        Path bin = home.resolve("bin");
        Files.createDirectories(home.resolve("versions/2.0.0/moved"));
        Files.move(home.resolve("versions/2.0.0/hello"), home.resolve("versions/2.0.0/moved/hello"));
        installer.activate(home, "1.0.0");
        Path command = installer.expose(home, "hello", bin, "hello");
        installer.exposeVersion(home, "2.0.0", "moved/hello", bin, "hello");
        assertEquals("2.0.0", Files.readString(command));
        installer.activate(home, "2.0.0");
        assertEquals("2.0.0", Files.readString(command));
        assertTrue(installer.exposes(home, command));
        installer.expose(home, "moved/hello", bin, "hello");
        assertEquals(home.resolve("current/moved/hello"), Files.readSymbolicLink(command));
    }

    @Test
    void commandOfOneVersion_staysInItsFolder() {
        assertThrows(
                IOException.class,
                () -> installer.exposeVersion(home, "2.0.0", "../1.0.0/hello", home.resolve("bin"), "hello"));
    }

    @Test
    void activatingTheCurrentVersion_changesNothing() throws IOException {
        installer.activate(home, "1.0.0");
        Object link = Files.readAttributes(home.resolve("current"), "unix:ino", LinkOption.NOFOLLOW_LINKS);
        installer.activate(home, "1.0.0");
        assertEquals(link, Files.readAttributes(home.resolve("current"), "unix:ino", LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void temporaryLinkOfAKilledActivation_isRemoved() throws IOException {
        installer.activate(home, "1.0.0");
        Files.createSymbolicLink(home.resolve(".current.0123.new-link"), Path.of("versions/2.0.0"));
        installer.activate(home, "2.0.0");
        assertNoTemporaryLinks(home);
    }

    @ParameterizedTest
    @ValueSource(strings = {"3.0.0", "", ".", "..", "../versions/1.0.0", "1.0.0/.", "/tmp"})
    void missingVersion_isNotActivated(String version) throws IOException {
        installer.activate(home, "1.0.0");
        assertThrows(NotDirectoryException.class, () -> installer.activate(home, version));
        assertEquals(Optional.of("1.0.0"), installer.current(home));
    }

    @Test
    void linkInVersions_isNotActivated() throws IOException {
        Files.createSymbolicLink(home.resolve("versions/3.0.0"), Path.of("1.0.0"));
        assertThrows(NotDirectoryException.class, () -> installer.activate(home, "3.0.0"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr", "versions", "versions/..", "versions/.", "../versions/1.0.0", "versions/1.0.0/x"})
    void pointerToAnotherTarget_isRefusedAndKept(String target) throws IOException {
        Files.createSymbolicLink(home.resolve("current"), Path.of(target));
        assertThrows(NotLinkException.class, () -> installer.current(home));
        assertThrows(NotLinkException.class, () -> installer.activate(home, "1.0.0"));
        assertEquals(Path.of(target), Files.readSymbolicLink(home.resolve("current")));
    }

    @Test
    void folderInPlaceOfThePointer_isRefusedAndKept() throws IOException {
        Files.createDirectory(home.resolve("current"));
        assertThrows(NotLinkException.class, () -> installer.current(home));
        assertThrows(NotLinkException.class, () -> installer.activate(home, "1.0.0"));
        assertTrue(Files.isDirectory(home.resolve("current"), LinkOption.NOFOLLOW_LINKS));
    }

    @Test
    void pointerToARemovedVersion_isStillReported() throws IOException {
        Files.createSymbolicLink(home.resolve("current"), Path.of("versions/0.9.0"));
        assertEquals(Optional.of("0.9.0"), installer.current(home));
        installer.activate(home, "1.0.0");
        assertEquals(Optional.of("1.0.0"), installer.current(home));
    }

    @Test
    void readersDuringTenThousandSwitches_neverSeeAGap() throws Exception {
        installer.activate(home, "1.0.0");
        AtomicBoolean switching = new AtomicBoolean(true);
        try (ExecutorService readers = Executors.newFixedThreadPool(2)) {
            List<Future<Integer>> reads = Stream.generate(() -> readers.submit(() -> readWhile(switching)))
                    .limit(2)
                    .toList();
            try {
                for (int i = 0; i < 10_000; i++) {
                    // Skips the fsync, which readers cannot observe and which would take most of the time.
                    AtomicLink.swap(home.resolve("current"), Path.of("versions", i % 2 == 0 ? "2.0.0" : "1.0.0"));
                }
            } finally {
                switching.set(false);
            }
            for (Future<Integer> count : reads) {
                assertTrue(count.get() > 0, "a reader did not read at all");
            }
        }
    }

    private int readWhile(AtomicBoolean switching) throws IOException {
        int count = 0;
        do {
            String version = installer.current(home).orElseThrow();
            String content = Files.readString(home.resolve("current/hello"));
            assertTrue(List.of("1.0.0", "2.0.0").containsAll(List.of(version, content)));
            count++;
        } while (switching.get());
        return count;
    }

    private static void assertNoTemporaryLinks(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(path -> path.getFileName().toString().startsWith("."))
                            .toList());
        }
    }
}
