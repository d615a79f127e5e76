package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A release that starts and does not work: cco goes back by itself and does not offer it again. */
class ProbationIT {

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;

    /** The test of 1.1.0 runs the commands in this file. */
    private Path selftest;

    @BeforeEach
    void publishReleaseThatTestsItself() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        selftest = folder.resolve("selftest");
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        Path build = publisher.build("1.1.0");
        String script = Files.readString(build.resolve("hello"));
        Files.writeString(
                build.resolve("hello"),
                script.replace("#!/bin/sh\n", "#!/bin/sh\n[ \"$1\" != selftest ] || . '" + selftest + "'\n"));
        publisher.add("1.1.0", build, "--health", "selftest --all");
    }

    private void selftest(String commands) throws IOException {
        Files.writeString(selftest, commands + "\n");
    }

    @Test
    void releaseThatWorks_isConfirmed() throws IOException {
        selftest("exit 0");
        machine.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void releaseThatDoesNotWork_isTakenBackOnce() throws IOException {
        selftest("echo no database; exit 3");
        machine.cco("update", "hello", "--yes")
                .exits(5)
                .complains("cco: error: went back to 1.0.0: hello 1.1.0 exits with 3 when called with 'selftest --all'")
                .complains("no database")
                .complains("cco: hint: cco does not install 1.1.0 again");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("update", "hello", "--yes").exits(0).prints("it did not work on this machine");
        machine.cco("versions", "hello").exits(0).prints("did not work here");
        machine.cco("doctor", "hello").exits(0);
        selftest("exit 0");
        machine.cco("update", "hello", "--version", "1.1.0", "--yes").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void killedBeforeItIsConfirmed_nextUpdateGoesBack() throws IOException {
        selftest("kill -9 $PPID; exit 0");
        assertEquals(128 + 9, machine.cco("update", "hello", "--yes").exit());
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        machine.cco("doctor", "hello").exits(5).prints("the switch to 1.1.0 was interrupted");
        selftest("exit 3");
        Run update = machine.cco("update", "hello", "--yes").exits(0).complains("went back to 1.0.0");
        update.prints("it did not work on this machine");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        assertFalse(machine.cco("update", "hello", "--yes").exits(0).err().contains("went back"));
        machine.cco("doctor", "hello").exits(0);
    }

    @Test
    void failureFromAnotherSource_takesTheSourceBack() throws IOException {
        List<String> before = sources();
        selftest("exit 3");
        installFromACopy().exits(5).complains("went back to 1.0.0");
        assertEquals(before, sources());
        machine.cco("doctor", "hello").exits(0);
    }

    @Test
    void killedWithAnotherSource_nextUpdateTakesTheSourceBack() throws IOException {
        List<String> before = sources();
        selftest("kill -9 $PPID; exit 0");
        assertEquals(128 + 9, installFromACopy().exit());
        assertNotEquals(before, sources());
        selftest("exit 3");
        machine.cco("update", "hello", "--yes").exits(0).complains("went back to 1.0.0");
        assertEquals(before, sources());
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("doctor", "hello").exits(0);
    }

    /** The configured sources, without the times of the schedule. */
    private List<String> sources() throws IOException {
        return machine.cco("config", "show")
                .exits(0)
                .out()
                .lines()
                .filter(line -> line.contains("source"))
                .toList();
    }

    private Run installFromACopy() throws IOException {
        Path copy = folder.resolve("copy");
        machine.run(List.of("cp", "-a", publisher.repository().toString(), copy.toString()))
                .exits(0);
        return machine.cco("install", "hello", "--from", copy.toString(), "--trust", "sha256");
    }

    @Test
    void killedBeforeItIsConfirmed_nextUpdateConfirms() throws IOException {
        selftest("kill -9 $PPID; exit 0");
        assertEquals(128 + 9, machine.cco("update", "hello", "--yes").exit());
        selftest("exit 0");
        machine.cco("update", "hello", "--yes").exits(0).complains("finished the interrupted switch to hello 1.1.0");
        machine.cco("doctor", "hello").exits(0);
    }
}
