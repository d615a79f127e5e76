package cco.core.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.core.model.AppName;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningVersionsTest {

    @TempDir
    private Path folder;

    private AppHome home;
    private Path proc;
    private Path versions;

    @BeforeEach
    void aProcFileSystem() throws IOException {
        Path real = folder.toRealPath();
        home = new AppHome(new AppName("hello"), real.resolve("hello"), real.resolve("state"));
        versions = Files.createDirectories(home.versionsFolder());
        proc = Files.createDirectories(real.resolve("proc"));
        Files.createDirectories(proc.resolve("self"));
    }

    private Path process(int pid, String exe, String maps) throws IOException {
        Path process = Files.createDirectories(proc.resolve(Integer.toString(pid)));
        Files.createSymbolicLink(process.resolve("exe"), Path.of(exe));
        Files.writeString(process.resolve("maps"), maps);
        return Files.createDirectories(process.resolve("fd"));
    }

    @Test
    void executablesMapsAndOpenFiles_count() throws Exception {
        process(1, versions + "/1.0.0/bin/hello", "");
        process(2, versions + "/1.0.0/bin/hello (deleted)", "");
        process(3, "/bin/sh", "7f00-7f01 r-xp 00000000 08:01 42    " + versions + "/2.0.0/lib/libhello.so\n");
        Path open = process(4, "/bin/sh", "");
        Files.createSymbolicLink(open.resolve("255"), Path.of(versions + "/3.0.0/hello"));
        Files.createDirectories(proc.resolve("5")); // a process that has just ended
        process(6, versions + "-other/4.0.0/hello", versions + "/.incoming/x/lib\n");
        assertEquals(
                Map.of(
                        Version.of("1.0.0"), Set.of(1L, 2L),
                        Version.of("2.0.0"), Set.of(3L),
                        Version.of("3.0.0"), Set.of(4L)),
                RunningVersions.of(home, proc));
    }

    @Test
    void withoutProc_executablesCount() {
        Map<Long, String> executables = Map.of(
                1L, versions + "/1.0.0/runtime/bin/java",
                2L, versions + "/1.0.0/hello",
                3L, versions + "-other/2.0.0/hello",
                4L, versions + "/.incoming/hello",
                5L, "/bin/sh");
        assertEquals(Map.of(Version.of("1.0.0"), Set.of(1L, 2L)), RunningVersions.of(home, executables));
    }

    @Test
    void missingProc_findsNothing() {
        assertEquals(Map.of(), RunningVersions.of(home, folder.resolve("none")));
    }
}
