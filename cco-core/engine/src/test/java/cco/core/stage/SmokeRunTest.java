package cco.core.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.core.delta.BaseVersion;
import cco.core.disk.PendingSync;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.FileEntry;
import cco.core.model.Programs;
import cco.core.model.ProgressListener;
import cco.core.model.Sha256;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are shell scripts")
class SmokeRunTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final FileEntry RUNTIME = new FileEntry("runtime/lib/modules", 0, false, Sha256.of(new byte[0]));
    private static final List<FileEntry> FILES =
            List.of(new FileEntry("hello", 0, true, Sha256.of(new byte[0])), RUNTIME);

    @TempDir
    private Path folder;

    private final List<String> notices = new ArrayList<>();
    private final List<ProgressListener.Phase> phases = new ArrayList<>();

    private final ProgressListener listener = new ProgressListener() {
        @Override
        public void began(Phase phase, long total) {
            phases.add(phase);
        }

        @Override
        public void notice(String message) {
            notices.add(message);
        }
    };

    @ParameterizedTest
    @CsvSource({
        "hello 1.2.0",
        "v1.2.0",
        "1.2.0",
        "'hello version 1.2.0, built today'",
        "hello/1.2.0 (linux)",
        "This is hello 1.2.0."
    })
    void versionAsAWord_counts(String text) {
        assertTrue(SmokeRun.names(Version.of("1.2.0"), text));
    }

    @ParameterizedTest
    @CsvSource({
        "11.2.0",
        "1.2.01",
        "1.2.0-rc1",
        "1.2.0+b1",
        "1.2.0.1",
        "0.1.2.0",
        "x1.2.0",
        "rev1.2.0",
        "1.2",
        "0.9.0-1.2.0",
        "1x2x0",
        "1.2.0_1"
    })
    void otherVersions_doNotCount(String text) {
        assertFalse(SmokeRun.names(Version.of("1.2.0"), text));
    }

    @Test
    void buildMetadata_isPartOfTheVersion() {
        assertTrue(SmokeRun.names(Version.of("1.2.0+b1"), "hello version 1.2.0+b1"));
        assertFalse(SmokeRun.names(Version.of("1.2.0+b1"), "hello version 1.2.0"));
        assertFalse(SmokeRun.names(Version.of("1.2.0+b1"), "hello version 1.2.0+b12"));
    }

    @Test
    void rightVersion_isProven() throws Exception {
        ProvenVersion proven = prove("echo hello 1.2.0", LONG);
        assertEquals("hello", proven.programs().executable());
        assertEquals(Version.of("1.2.0"), proven.version());
        assertEquals(folder, proven.directory());
        assertEquals(new AppName("hello"), proven.app());
        assertEquals(FILES, proven.files());
        assertEquals(List.of("--version"), proven.smokeArguments());
        assertEquals(List.of(ProgressListener.Phase.PROVE), phases);
    }

    @Test
    void versionOnStandardError_counts() throws Exception {
        prove("echo hello 1.2.0 >&2", LONG);
    }

    @Test
    void program_getsArgumentsAndFolder() throws Exception {
        prove("test \"$*\" = --version && test \"$PWD\" = \"$(dirname \"$0\")\" && echo 1.2.0", LONG);
    }

    @Test
    void input_isEmpty() throws Exception {
        prove("test -z \"$(cat)\" && echo 1.2.0", LONG);
    }

    @Test
    void environment_isReduced() throws Exception {
        prove("env > env.txt; echo 1.2.0", LONG);
        List<String> names = Files.readAllLines(folder.resolve("env.txt")).stream()
                .map(s -> s.split("=")[0])
                .toList();
        assertTrue(names.contains("PATH"), names.toString());
        Set<String> setByTheShell = Set.of("PWD", "OLDPWD", "SHLVL", "_");
        Set<String> foreign = new HashSet<>(names);
        foreign.removeAll(setByTheShell);
        foreign.removeAll(ProgramRun.ENVIRONMENT);
        assertEquals(Set.of(), foreign);
        assertTrue(ProgramRun.ENVIRONMENT.stream().noneMatch(name -> name.startsWith("CCO_")));
    }

    @Test
    void wrongVersion_isRefused_withItsOutput() {
        String message = failure("echo 'hello 1.1.9'; printf 'a\\033[31mb\\n'", LONG);
        assertEquals(
                "the new hello 1.2.0 does not print its version 1.2.0 when called with '--version'; it printed:\n"
                        + "  hello 1.1.9\n  a[31mb",
                message);
    }

    @Test
    void failure_isRefused_despiteRightVersion() {
        assertTrue(failure("echo 1.2.0; exit 3", LONG).contains("exits with 3"));
    }

    @Test
    void silence_isRefused() {
        assertTrue(failure("exit 0", LONG).endsWith("it printed nothing"));
    }

    @Test
    void brokenProgram_isRefused() throws IOException {
        Files.writeString(folder.resolve("hello"), "#!/no/such/interpreter\n");
        executable(folder.resolve("hello"));
        InstallException failed = assertThrows(
                InstallException.class,
                () -> new SmokeRun(LONG).prove(staged(FILES, List.of("--version")), Optional::empty, listener));
        assertTrue(failed.getMessage().contains("cannot be started"), failed.getMessage());
    }

    @Test
    void endlessOutput_isCutAndDrained() throws Exception {
        String message = failure("yes 0123456789 | head -c 1000000", LONG);
        assertTrue(message.length() < 500, message);
        prove("echo 1.2.0; yes 0123456789 | head -c 1000000", LONG);
    }

    @Test
    void hangingProgram_isStoppedWithItsChildren() throws Exception {
        String script = "sleep 600 & echo $! > child; echo $$ > self; echo waiting; wait";
        String message = failure(script, Duration.ofSeconds(2));
        assertTrue(message.contains("did not end within 2.0 s"), message);
        assertTrue(message.endsWith("waiting"), message);
        for (String file : List.of("child", "self")) {
            long pid = Long.parseLong(Files.readString(folder.resolve(file)).strip());
            Optional<ProcessHandle> handle = ProcessHandle.of(pid);
            if (handle.isPresent()) {
                handle.get().onExit().get(60, TimeUnit.SECONDS);
            }
        }
    }

    @Test
    void interruption_stopsTheRun() throws IOException {
        script("sleep 600");
        Thread.currentThread().interrupt();
        assertThrows(
                InstallException.class,
                () -> new SmokeRun(LONG).prove(staged(FILES, List.of("--version")), Optional::empty, listener));
        assertTrue(Thread.interrupted());
    }

    @Test
    void noArguments_startNothing() throws Exception {
        script("touch ran");
        StagedVersion staged = staged(List.of(), List.of());
        assertEquals(
                folder,
                new SmokeRun(LONG).prove(staged, Optional::empty, listener).directory());
        assertFalse(Files.exists(folder.resolve("ran")));
    }

    @Test
    void startupArchive_isCreatedForMainClass() throws Exception {
        runtime("for a; do case $a in -XX:SharedArchiveFile=*) echo \"$*\" > \"${a#*=}\";; esac; done");
        prove("echo 1.2.0", LONG);
        assertEquals(
                "-Xshare:dump -XX:SharedClassListFile=runtime/lib/startup.classlist "
                        + "-XX:SharedArchiveFile=runtime/lib/server/classes.jsa.tmp -m hello/hello.Main\n",
                Files.readString(folder.resolve("runtime/lib/server/classes.jsa")));
        assertEquals(List.of(), notices);
    }

    @Test
    void failedStartupArchive_isOnlyANotice() throws Exception {
        runtime("touch runtime/lib/server/classes.jsa.tmp; echo no memory; exit 1");
        prove("echo 1.2.0", LONG);
        assertEquals(1, notices.size());
        assertTrue(notices.getFirst().contains("no memory"), notices.toString());
        try (Stream<Path> left = Files.list(folder.resolve("runtime/lib/server"))) {
            assertEquals(0, left.count());
        }
    }

    @Test
    void startupArchive_needsAClassList() throws Exception {
        runtime("touch ran");
        Files.delete(folder.resolve("runtime/lib/startup.classlist"));
        prove("echo 1.2.0", LONG);
        assertFalse(Files.exists(folder.resolve("ran")));
        assertEquals(List.of(), notices);
    }

    /** A version with a runtime of the same files, and its archive. */
    private BaseVersion former(List<FileEntry> files) throws IOException {
        Path former = Files.createDirectories(folder.resolve("former"));
        Path archive = former.resolve(CdsArchive.ARCHIVES.getFirst());
        Files.createDirectories(archive.getParent());
        Files.writeString(archive, "made before");
        return new BaseVersion(former, files);
    }

    private String archiveWith(BaseVersion former) throws IOException, InstallException {
        script("echo 1.2.0");
        new SmokeRun(LONG).prove(staged(FILES, List.of("--version")), () -> Optional.of(former), listener);
        return Files.readString(folder.resolve(CdsArchive.ARCHIVES.getFirst()));
    }

    @Test
    void archiveOfTheSameRuntime_isCopied() throws Exception {
        runtime("case \"$*\" in *-Xshare:dump*) echo made now > runtime/lib/server/classes.jsa.tmp ;; esac");
        FileEntry other = new FileEntry("text", 1, false, Sha256.of(new byte[1]));
        assertEquals("made before", archiveWith(former(List.of(RUNTIME, other))));
        assertFalse(Files.getPosixFilePermissions(folder.resolve(CdsArchive.ARCHIVES.getFirst()))
                .contains(PosixFilePermission.OWNER_WRITE));
    }

    @Test
    void archiveThatTheRuntimeRefuses_isMadeAnew() throws Exception {
        runtime("""
                case "$*" in
                    *-Xshare:dump*) echo made now > runtime/lib/server/classes.jsa.tmp ;;
                    *-Xshare:on*) grep -q now runtime/lib/server/classes.jsa ;;
                esac
                """);
        assertEquals("made now\n", archiveWith(former(List.of(RUNTIME))));
        assertEquals("made before", Files.readString(folder.resolve("former/runtime/lib/server/classes.jsa")));
    }

    @Test
    void archiveThatIsMissing_isMade() throws Exception {
        runtime("case \"$*\" in *-Xshare:dump*) echo made now > runtime/lib/server/classes.jsa.tmp ;; esac");
        BaseVersion former = former(List.of(RUNTIME));
        Files.delete(folder.resolve("former").resolve(CdsArchive.ARCHIVES.getFirst()));
        assertEquals("made now\n", archiveWith(former));
    }

    @Test
    void copyThatFailsHalfway_leavesNothing() throws Exception {
        runtime("case \"$*\" in *-Xshare:dump*) exit 1 ;; esac");
        BaseVersion former = former(List.of(RUNTIME));
        Path unreadable = folder.resolve("former").resolve(CdsArchive.ARCHIVES.getFirst());
        Files.delete(unreadable);
        Files.createDirectory(unreadable);
        script("echo 1.2.0");
        new SmokeRun(LONG).prove(staged(FILES, List.of("--version")), () -> Optional.of(former), listener);
        assertFalse(Files.exists(folder.resolve(CdsArchive.ARCHIVES.getFirst())));
        assertEquals(1, notices.size());
    }

    @Test
    void archiveOfAnotherRuntime_isNotCopied() throws Exception {
        runtime("case \"$*\" in *-Xshare:dump*) echo made now > runtime/lib/server/classes.jsa.tmp ;; esac");
        FileEntry another = new FileEntry(RUNTIME.path(), 1, false, Sha256.of(new byte[1]));
        assertEquals("made now\n", archiveWith(former(List.of(another))));
    }

    private ProvenVersion prove(String script, Duration limit) throws IOException, InstallException {
        script(script);
        return new SmokeRun(limit).prove(staged(FILES, List.of("--version")), Optional::empty, listener);
    }

    private String failure(String script, Duration limit) {
        return assertThrows(InstallException.class, () -> prove(script, limit)).getMessage();
    }

    private StagedVersion staged(List<FileEntry> files, List<String> arguments) {
        return new StagedVersion(
                new AppName("hello"),
                Version.of("1.2.0"),
                folder,
                Programs.of("hello"),
                files,
                arguments,
                PendingSync.start(folder));
    }

    private void script(String body) throws IOException {
        Files.writeString(folder.resolve("hello"), "#!/bin/sh\n" + body + "\n");
        executable(folder.resolve("hello"));
    }

    private void runtime(String body) throws IOException {
        Files.createDirectories(folder.resolve("runtime/bin"));
        Files.createDirectories(folder.resolve("runtime/lib/server"));
        String classes = "# main: hello/hello.Main\njava/lang/Object\n";
        Files.writeString(folder.resolve("runtime/lib/startup.classlist"), classes);
        Path java = Files.writeString(folder.resolve("runtime/bin/java"), "#!/bin/sh\n" + body + "\n");
        executable(java);
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
