package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged or deleted files give the right exit code, a hint that helps, and no stack trace. */
@Execution(ExecutionMode.CONCURRENT)
class DamagedFilesIT {

    private static final byte[] GARBAGE = "{\"gar\u00fcbage\u0000".getBytes(StandardCharsets.ISO_8859_1);

    @TempDir
    Path folder;

    private Machine machine;
    private Publisher publisher;
    private Path app;
    private Path state;

    @BeforeEach
    void installAndReleaseUpdate() throws IOException {
        machine = new Machine(folder.resolve("machine"));
        publisher = new Publisher(folder.resolve("publisher"), "hello").release("1.0.0");
        machine.install("hello", List.of(publisher.repository()));
        publisher.release("1.1.0");
        app = machine.app("hello");
        state = machine.home().resolve("state/apps/hello");
    }

    private Run install(String version) throws IOException {
        return machine.cco(
                "install",
                "hello",
                "--from",
                publisher.repository().toString(),
                "--trust",
                "sha256",
                "--version",
                version);
    }

    private Run update() throws IOException {
        Run run = machine.cco("update", "hello", "--yes");
        assertFalse((run.out() + run.err()).contains("Exception"), run::toString);
        return run;
    }

    private void updates() throws IOException {
        update().exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        assertEquals(List.of(), machine.unfinished());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "garbage"})
    void damagedReceipt_stopsUpdatesUntilRemoved(String content) throws IOException {
        Files.writeString(app.resolve("receipt.json"), content);
        update().exits(5).complains("receipt.json").complains("remove the file and install hello again");
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
        Files.delete(app.resolve("receipt.json"));
        update().exits(7);
        install("1.1.0").exits(0);
        machine.cco("update", "hello", "--rollback").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void damagedMemory_stopsUpdatesUntilUserRemovesIt() throws IOException {
        Files.write(state.resolve("memory.json"), GARBAGE);
        update().exits(5).complains("memory.json").complains("remove the file");
        Files.delete(state.resolve("memory.json"));
        updates();
    }

    @Test
    void damagedConfiguration_isErrorWithLineNumber() throws IOException {
        Path file = machine.home().resolve("config/config.toml");
        String good = Files.readString(file);
        Files.writeString(file, good + "\n[broken\n");
        update().exits(2).complains(file + ":").complains("correct the file");
        Files.writeString(file, good);
        updates();
    }

    @Test
    void damagedJournalFileListAndRolloutId_areIgnored() throws IOException {
        Files.write(state.resolve("journal.json"), GARBAGE);
        Files.write(state.resolve("rollout-id"), GARBAGE);
        Files.write(app.resolve("files/1.0.0.json"), GARBAGE);
        updates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".partial", ".validator.partial"})
    void damagedCache_isFetchedAgain(String ending) throws IOException {
        Path blobs = Files.createDirectories(machine.home().resolve("cache/blobs/sha256"));
        Files.write(blobs.resolve(Digests.sha256(publisher.archive("1.1.0")) + ending), GARBAGE);
        updates();
    }

    @Test
    void danglingPointer_isRepairedByUpdate() throws IOException {
        Files.delete(app.resolve("current"));
        Files.createSymbolicLink(app.resolve("current"), Path.of("versions/9.9.9"));
        updates();
    }

    @Test
    void deletedFile_stopsRollbackUntilReinstalled() throws IOException {
        update().exits(0);
        Files.delete(app.resolve("versions/1.0.0/hello"));
        machine.cco("update", "hello", "--rollback").exits(5).complains("--version 1.0.0` to install it again");
        Files.delete(app.resolve("versions/1.1.0/hello"));
        install("1.1.0").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.1.0");
        machine.cco("update", "hello", "--version", "1.0.0", "--yes").exits(0);
        machine.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9_000_000})
    void damagedStartupArchive_isIgnored(int length) throws IOException {
        Path bundle = folder.resolve("bundle");
        machine.run(List.of("cp", "-a", Machine.BUNDLE.toString(), bundle.toString()))
                .exits(0);
        Files.write(bundle.resolve("runtime/lib/server/classes.jsa"), new byte[length]);
        Run run = machine.run(List.of(bundle.resolve("cco").toString(), "list"))
                .exits(0)
                .prints("hello");
        assertEquals("", run.err());
    }
}
