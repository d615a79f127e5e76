package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Each kind of failure has its exit code and changes nothing. */
@Execution(ExecutionMode.CONCURRENT)
class ExitCodesIT {

    @TempDir
    static Path shared;

    private static Path repository;

    @TempDir
    Path folder;

    private FaultyServer server;
    private Installation hello;

    @BeforeAll
    static void releaseTwoVersions() throws IOException {
        repository = Installation.publisher(shared).repository();
    }

    @BeforeEach
    void install() throws IOException {
        server = FaultyServer.serving(repository);
        hello = new Installation(folder, server.address());
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @Test
    void nothingToDo_is0() throws IOException {
        hello.update("--yes", "--version", "1.0.0").exits(0).prints("up to date");
        hello.machine().cco("unhold", "hello").exits(0).prints("can be updated again");
        hello.isUntouched();
    }

    /** A source over HTTP needs the missing file as soon as it connects, a folder only later. */
    @Test
    void incompleteRuntime_is1() throws IOException {
        Path bundle = folder.resolve("bundle");
        Machine machine = new Machine(folder.resolve("damaged"), bundle.resolve("cco"));
        machine.run(List.of("cp", "-a", Machine.BUNDLE.toString(), bundle.toString()))
                .exits(0);
        Files.delete(bundle.resolve("runtime/conf/security/java.security"));
        for (String from : List.of(repository.toString(), server.address().toString())) {
            Run run = machine.cco("--quiet", "install", "hello", "--from", from, "--trust", "sha256")
                    .exits(1);
            run.complains("cco: error: cco's Java runtime failed: ")
                    .complains("cco: hint: ")
                    .complains("reinstall cco");
            assertEquals(2, run.err().lines().count(), run.toString());
        }
    }

    @Test
    void unknownChannel_is2() throws IOException {
        hello.update("--check", "--channel", "canary")
                .exits(2)
                .complains("canary")
                .complains("hint:");
        hello.isUntouched();
    }

    @Test
    void availableUpdate_is100() throws IOException {
        hello.update("--check").exits(100).prints("1.1.0");
        hello.isUntouched();
    }

    @Test
    void signaturesExpiringSoon_is101() throws IOException {
        Machine machine = hello.machine();
        SigningKeys.write(machine, "signed");
        Publisher publisher = new Publisher(folder.resolve("signed"), "signed");
        String signed = publisher.repository().toString();
        machine.cco("release", "init", "--app", "signed", "--repository", signed)
                .exits(0);
        publisher.release("1.0.0");
        machine.cco("release", "sign", "--repository", signed).exits(0);
        machine.cco("release", "check", "--repository", signed).exits(0);
        machine.cco("release", "check", "--repository", signed, "--within", "3650")
                .exits(101)
                .prints("timestamp");
    }

    /** Compares the codes in the help text with those in the names of these tests. */
    @Test
    void everyDocumentedCode_isTested() throws IOException {
        String help = hello.machine().cco("help").exits(0).out();
        Set<String> documented = Pattern.compile("(?<=\\s)(\\d+)(?=  ?\\S)")
                .matcher(help.substring(help.indexOf("Exit codes")))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
        Set<String> produced = Arrays.stream(ExitCodesIT.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(method -> method.getName().replaceFirst(".*_is(\\d+).*", "$1"))
                .filter(code -> code.matches("\\d+"))
                .collect(Collectors.toSet());
        assertEquals(documented, produced);
    }

    @Test
    void unreachableMirror_is3() throws IOException {
        server.close();
        hello.update().exits(3).complains(server.address().toString()).complains("hint:");
        hello.isUntouched();
    }

    @Test
    void silentMirror_is3_withinConfiguredTimeout() throws IOException {
        server.fail(".json", Faults.STALLED_BEFORE_HEADERS);
        long start = System.nanoTime();
        hello.updateWithin(1).exits(3).complains("no answer within 1 s");
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(25).toNanos(), "it waited for the default of 30 s");
        hello.isUntouched();
    }

    @Test
    void archiveWithOtherDigest_is4() throws IOException {
        server.fail(".tar.gz", Faults.CORRUPT);
        hello.update()
                .exits(4)
                .complains(server.address().toString())
                .complains("sha256")
                .complains("hint:");
        hello.isUntouched();
        assertEquals(List.of(), hello.partials());
        server.heal();
        hello.updates();
    }

    @Test
    void otherCcoAtWork_is6_withPidAndTime() throws Exception {
        CountDownLatch working = new CountDownLatch(1);
        server.fail("manifest.json", exchange -> {
            working.countDown();
            exchange.stall();
        });
        Machine.Started first = hello.startUpdate();
        working.await();
        Run second = hello.update().exits(6).complains("pid " + first.process().pid() + ", since ");
        assertTrue(second.err().matches("(?s).*since \\d\\d:\\d\\d:\\d\\d\\).*"), second.toString());
        hello.isUntouched();
        first.process().destroyForcibly().waitFor();
        server.heal();
        hello.updates();
    }

    @Test
    void copyUnpackedByHand_is7() throws IOException {
        Path copy = Files.createDirectories(folder.resolve("by hand"));
        Path archive =
                Machine.BUNDLE.resolveSibling("cco-v" + Machine.VERSION + "-" + Publisher.platform() + ".tar.gz");
        Machine machine = new Machine(folder.resolve("new machine"), copy.resolve("cco"));
        machine.run(List.of("tar", "xzf", archive.toString(), "-C", copy.toString(), "--strip-components=1"))
                .exits(0);
        machine.cco("update").exits(7).complains("hint:");
        assertFalse(Files.exists(machine.home()), "no state was written");
        machine.cco("--version").exits(0).prints("cco " + Machine.VERSION);
    }

    @Test
    void appThatIsNotInstalled_is7() throws IOException {
        hello.machine().cco("update", "goodbye").exits(7).complains("goodbye");
        hello.isUntouched();
    }

    @Test
    void missingRequiredVerifier_is8() throws IOException {
        hello.configure("[verifiers]\nrequired = [\"sha256\", \"acme\"]\n");
        hello.update().exits(8).complains("acme").complains("hint:");
        hello.isUntouched();
    }

    @Test
    void versionThatDoesNotStart_is5() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        publisher.add("1.1.0", publisher.build("1.1.0", "9.9.9"));
        try (FaultyServer other = FaultyServer.serving(publisher.repository())) {
            Installation broken = new Installation(folder.resolve("other"), other.address());
            broken.update().exits(5).complains("9.9.9").complains("hint:");
            // The archive was not refused, so the cache keeps it for the next attempt.
            Files.delete(broken.blobs().resolve(Digests.sha256(publisher.archive("1.1.0"))));
            Files.delete(broken.machine().home().resolve("state/apps/hello/quarantine.json"));
            broken.isUntouched();
        }
    }

    @Test
    void unwritableRepository_is9() throws IOException {
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello");
        Path file = Files.createFile(folder.resolve("file"));
        hello.machine()
                .cco(Publisher.command("hello", "1.0.0", publisher.build("1.0.0"), file.resolve("repository")))
                .exits(9)
                .complains("cannot write " + file)
                .complains("hint:");
    }

    @Test
    void ctrlC_is130() throws IOException {
        Machine machine = hello.machine();
        try (Terminal terminal = new Terminal(machine, machine.program(), 120, "update hello")) {
            terminal.shows("1.1.0 is available").interrupt().exits(130);
        }
        hello.isUntouched();
    }

    @Test
    void rollbackWithoutPreviousVersion_is5() throws IOException {
        hello.machine().cco("update", "hello", "--rollback").exits(5).complains("hint:");
        hello.isUntouched();
    }
}
