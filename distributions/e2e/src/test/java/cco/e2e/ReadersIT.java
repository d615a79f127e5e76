package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Users start a program in a loop while cco switches it: every start succeeds, with one version or the other. */
class ReadersIT {

    /** {@code -Dcco.sweep=whole} switches often. */
    private static final int SWITCHES = System.getProperty("cco.sweep") == null ? 4 : 200;

    private static final int READERS = 2;
    private static final int UPDATES_AT_ONCE = SWITCHES > 4 ? 16 : 4;

    /** Starts a program until there is a file with the name of the second argument. */
    private static final String LOOP = "until [ -e \"$2\" ]; do \"$1\" || echo failed; done";

    @TempDir
    Path folder;

    private Machine machine;
    private Path end;
    private List<Machine.Started> readers;

    @BeforeEach
    void installTheFirstOfTwoVersions() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        end = folder.resolve("end");
        Publisher publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        publisher.release("1.1.0");
    }

    private void startReaders() throws IOException {
        String program = machine.home().resolve("bin/hello").toString();
        readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            readers.add(machine.start(List.of("sh", "-c", LOOP, "sh", program, end.toString())));
        }
    }

    /** Ends the readers and returns what their programs printed. */
    private List<String> endReaders() throws IOException {
        Files.createFile(end);
        List<String> lines = new ArrayList<>();
        for (Machine.Started reader : readers) {
            Run run = Machine.await(reader).exits(0);
            assertEquals("", run.err());
            run.out().lines().forEach(lines::add);
        }
        return lines;
    }

    private void requireBothVersionsAndNothingElse(List<String> lines) {
        assertEquals(
                List.of("hello from 1.0.0", "hello from 1.1.0"),
                lines.stream().distinct().sorted().toList());
    }

    @Test
    void startsDuringUpdates_allSucceed() throws IOException {
        startReaders();
        for (int i = 0; i < SWITCHES; i++) {
            if (i % 2 == 0) {
                machine.cco("update", "hello", "--version", "1.1.0", "--yes").exits(0);
            } else {
                machine.cco("update", "hello", "--rollback").exits(0);
            }
        }
        List<String> lines = endReaders();
        requireBothVersionsAndNothingElse(lines);
        assertTrue(lines.size() > SWITCHES, lines.size() + " starts");
        if (SWITCHES > 4) {
            System.out.println(lines.size() + " starts during " + SWITCHES + " switches, 0 failed");
        }
    }

    @Test
    void startsDuringManyUpdatesAtOnce_allSucceed() throws IOException {
        startReaders();
        List<Machine.Started> updates = new ArrayList<>();
        for (int i = 0; i < UPDATES_AT_ONCE; i++) {
            updates.add(machine.start("update", "hello", "--yes"));
        }
        List<String> results = new ArrayList<>();
        for (Machine.Started update : updates) {
            results.add(resultOf(Machine.await(update)));
        }
        requireBothVersionsAndNothingElse(endReaders());
        assertEquals(1, results.stream().filter("updated"::equals).count(), results::toString);
        assertEquals(List.of(), machine.unfinished());
        try (Stream<Path> versions = Files.list(machine.app("hello").resolve("versions"))) {
            assertEquals(2, versions.count());
        }
    }

    /** The others come too early or too late. */
    private static String resultOf(Run update) {
        assertTrue(List.of(0, 6).contains(update.exit()), update::toString);
        return update.exit() == 0 && update.out().startsWith("updated") ? "updated" : "nothing to do";
    }
}
