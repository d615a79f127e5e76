package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;

/** A first installation from a signed repository, in which a different system call fails each time. */
final class InstallWithFaults {

    private final Machine machine;
    private final CommandWithFaults install;

    InstallWithFaults(Path folder) throws IOException {
        machine = new Machine(folder.resolve("machine"));
        Path repository = signedRepository(folder);
        Path root = repository.resolve("metadata/1.root.json");
        install = new CommandWithFaults(
                machine,
                folder,
                List.of(
                        InstalledCco.program().toString(),
                        "install",
                        "hello",
                        "--from",
                        repository.toString(),
                        "--root",
                        root.toString()));
    }

    /** With keys, which the installation has to pin. */
    private static Path signedRepository(Path folder) throws IOException {
        Machine publisher = new Machine(folder.resolve("publisher's machine"));
        SigningKeys.write(publisher, "hello");
        Publisher builds = new Publisher(folder.resolve("builds"), "hello");
        String repository = builds.repository().toString();
        publisher
                .cco("release", "init", "--app", "hello", "--repository", repository)
                .exits(0);
        builds.release("1.0.0");
        publisher.cco("release", "sign", "--repository", repository).exits(0);
        return builds.repository();
    }

    /** Picks up to this many calls by number, spread evenly from the first to the last. */
    List<Integer> pick(String call, int limit) {
        return install.pick(call, limit);
    }

    /** Runs the installation on a machine without the app, with a fault in one call. */
    Run inject(String fault, String call, int number) throws IOException {
        return install.inject(fault, call, number);
    }

    /** Asserts that there is no command, or that it starts and cco can update and examine the app. */
    void isAbsentOrWorks() throws IOException {
        Run list = machine.cco("list").exits(0);
        boolean command = Files.exists(machine.home().resolve("bin/hello"), LinkOption.NOFOLLOW_LINKS);
        if (command) {
            machine.installed("hello").exits(0).prints("hello from 1.0.0");
        }
        if (command || list.out().contains("hello")) {
            machine.cco("update", "hello", "--check").exits(0);
            Run doctor = machine.cco("doctor", "hello");
            assertTrue(List.of(0, 5).contains(doctor.exit()), doctor::toString);
        }
    }

    /** Asserts that the same command finishes the job, as if it had not been interrupted. */
    void completesWhenRepeated() throws IOException {
        install.completes();
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        machine.cco("update", "hello", "--check").exits(0);
        machine.cco("doctor", "hello").exits(0);
    }
}
