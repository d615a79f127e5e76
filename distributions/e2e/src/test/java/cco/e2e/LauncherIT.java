package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher script passes arguments, streams, exit codes and locale through, in every shell. */
class LauncherIT {

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void newMachine() throws IOException {
        machine = Machine.ofBundle(folder.resolve("machine"));
    }

    @Test
    void version_isPrinted() throws IOException {
        machine.cco("--version").exits(0).prints("cco " + Machine.VERSION + "\n");
    }

    @Test
    void chainOfSymlinks_isResolved() throws IOException {
        Path near = Files.createDirectories(folder.resolve("a b")).resolve("the cco");
        Files.createSymbolicLink(near, Machine.BUNDLE.resolve("cco"));
        Path far = Files.createDirectories(folder.resolve("c\td")).resolve("cco");
        Files.createSymbolicLink(far, Path.of("../a b/the cco"));
        machine.run(List.of(far.toString(), "--version")).exits(0).prints("cco " + Machine.VERSION);
    }

    @Test
    void linkOnPath_isFoundByName() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        Files.createSymbolicLink(bin.resolve("cco"), Machine.BUNDLE.resolve("cco"));
        machine.with("PATH", bin + ":" + System.getenv("PATH"));
        machine.run(List.of("sh", "-c", "cco --version")).exits(0).prints("cco " + Machine.VERSION);
    }

    @Test
    void specialCharacters_inArgumentsArePreserved() throws IOException {
        String argument = "a \"quoted\" 'word' * $HOME \\ end";
        machine.cco("update", "--channel", argument).exits(2).complains(argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "zsh", "ksh", "mksh", "yash", "busybox"})
    void removedWorkingFolder_isNoError(String shell) throws IOException {
        String script = "mkdir gone && cd gone && rmdir ../gone && exec " + inShell(shell) + " list";
        machine.run(List.of("sh", "-c", script)).exits(0).complains("no apps are installed");
    }

    @Test
    void closedStreams_areOpenedAsNull() throws IOException {
        Path out = folder.resolve("address");
        String script = "exec '%s' mirror serve . <&- >'%s' 2>&-".formatted(Machine.BUNDLE.resolve("cco"), out);
        Machine.Started mirror = machine.start(List.of("sh", "-c", script));
        try {
            mirror.until(() -> Files.exists(out) && Files.size(out) > 0);
            Path streams = Path.of("/proc", Long.toString(mirror.process().pid()), "fd");
            assumeTrue(Files.exists(streams), "the open files of a process are known on Linux only");
            assertEquals(Path.of("/dev/null"), Files.readSymbolicLink(streams.resolve("0")));
            assertEquals(Path.of("/dev/null"), Files.readSymbolicLink(streams.resolve("2")));
        } finally {
            mirror.process().destroy();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"C", "POSIX", "xx_YY.UTF-8", "de_DE.utf8@euro"})
    void unknownLocale_allowsNonAsciiNames(String locale) throws IOException {
        Path home = folder.resolve("h\u00f6me \u65e5\u672c");
        machine.with("LC_ALL", locale).with("CCO_HOME", home.toString());
        String script = "\"$0\" config set updates.channel beta && grep -q beta \"$CCO_HOME\"/config/config.toml";
        machine.run(List.of("sh", "-c", script, Machine.BUNDLE.resolve("cco").toString()))
                .exits(0);
    }

    @Test
    void exitCode_isPassedThrough() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        Files.createDirectories(machine.home());
        Files.writeString(machine.home().resolve("bin"), "a file where the folder for commands should be");
        machine.cco("install", "hello", "--from", publisher.repository().toString(), "--trust", "sha256")
                .exits(5);
    }

    @Test
    void java_isNotNeeded() throws IOException {
        Path bin = Files.createDirectories(folder.resolve("only"));
        for (String tool : List.of("sh", "readlink", "dirname")) {
            Files.createSymbolicLink(bin.resolve(tool), Path.of("/bin", tool).toRealPath());
        }
        machine.with("PATH", bin.toString()).with("JAVA_HOME", "/nowhere");
        machine.cco("--version").exits(0).prints("cco " + Machine.VERSION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dash", "bash", "zsh", "ksh", "mksh", "yash", "busybox"})
    void everyShell_runsLauncher(String shell) throws IOException {
        machine.run(List.of("sh", "-c", inShell(shell) + " --version")).exits(0).prints("cco " + Machine.VERSION);
    }

    /** The words of a command line that runs cco in this shell. */
    private String inShell(String shell) throws IOException {
        machine.requires(shell);
        return (shell.equals("busybox") ? "busybox sh" : shell) + " '" + Machine.BUNDLE.resolve("cco") + "'";
    }
}
