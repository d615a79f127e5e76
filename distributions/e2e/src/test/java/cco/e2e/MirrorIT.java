package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verified copies of a signed repository: a mirror that is served, and a file for machines without a network. */
class MirrorIT {

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine operator;
    private Publisher builds;
    private Path mirror;
    private Path root;

    @BeforeEach
    void signedRepository() throws IOException {
        Prepared.copy("repository to mirror", folder, original -> {
            machinesIn(original);
            SigningKeys.write(publisher, "hello");
            release("init", "--app", "hello");
            Files.copy(builds.repository().resolve("metadata/1.root.json"), root);
            builds.release("1.0.0").release("1.1.0");
            release("sign");
        });
        machinesIn(folder);
    }

    private void machinesIn(Path folder) throws IOException {
        publisher = new Machine(folder.resolve("publisher"));
        operator = new Machine(folder.resolve("operator"));
        builds = new Publisher(folder.resolve("builds"), "hello");
        mirror = folder.resolve("mirror");
        root = folder.resolve("root.json");
    }

    private void release(String... words) throws IOException {
        List<String> command = new ArrayList<>(List.of("release"));
        command.addAll(List.of(words));
        command.addAll(List.of("--repository", builds.repository().toString()));
        publisher.cco(command.toArray(String[]::new)).exits(0);
    }

    private Run sync() throws IOException {
        return operator.cco(
                "mirror",
                "sync",
                "hello",
                "--to",
                mirror.toString(),
                "--from",
                builds.repository().toString(),
                "--root",
                root.toString());
    }

    /** What a new user gets from a place. */
    private Run install(String name, String from) throws IOException {
        Machine user = new Machine(folder.resolve(name));
        return user.cco("install", "hello", "--from", from, "--root", root.toString());
    }

    @Test
    void servedMirror_givesWhatTheRepositoryGives() throws IOException {
        sync().exits(0).prints("2 versions of hello; copied 6 files");
        try (FaultyServer server = FaultyServer.serving(mirror)) {
            install("user", server.address().toString()).exits(0).prints("1.1.0");
        }
        sync().exits(0).prints("nothing to copy");
    }

    @Test
    void newVersion_isCopiedAndTheOldStateRemoved() throws IOException {
        sync().exits(0);
        String first = metadata();
        builds.release("1.2.0");
        release("sign");
        sync().exits(0).prints("3 versions of hello; copied 3 files");
        assertTrue(metadata().contains(first), "clients of the state before still find it");
        sync().exits(0);
        assertFalse(metadata().contains(first), "the next copy removes it");
        install("user", mirror.toString()).exits(0).prints("1.2.0");
    }

    /** The names of the numbered targets files. */
    private String metadata() throws IOException {
        try (var files = Files.list(mirror.resolve("metadata"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".targets.json"))
                    .sorted()
                    .toList()
                    .toString()
                    .replaceAll("[\\[\\]]", "");
        }
    }

    @Test
    void tamperedArchive_isNotCopied() throws IOException {
        Path archive = builds.archive("1.1.0");
        byte[] bytes = Files.readAllBytes(archive);
        bytes[bytes.length / 2] ^= 1;
        try (var names = Files.list(archive.getParent())) {
            for (Path name :
                    names.filter(name -> name.toString().endsWith(".tar.gz")).toList()) {
                Files.write(name, bytes);
            }
        }
        sync().exits(4).complains(archive.getFileName().toString());
        assertFalse(Files.exists(mirror.resolve("v1.1.0").resolve(archive.getFileName())));
        assertFalse(Files.exists(mirror.resolve("metadata/timestamp.json")), "the copy is not visible");
    }

    @Test
    void olderRepository_isRefused() throws IOException {
        Path old = folder.resolve("old");
        operator.run(List.of("cp", "-a", builds.repository().toString(), old.toString()))
                .exits(0);
        builds.release("1.2.0");
        release("sign");
        sync().exits(0);
        operator.cco("mirror", "sync", "hello", "--to", mirror.toString(), "--from", old.toString())
                .exits(4);
        install("user", mirror.toString()).exits(0).prints("1.2.0");
    }

    @Test
    void firstCopyWithoutKeys_isRefused() throws IOException {
        operator.cco(
                        "mirror",
                        "sync",
                        "hello",
                        "--to",
                        mirror.toString(),
                        "--from",
                        builds.repository().toString())
                .exits(2)
                .complains("--root FILE");
    }

    @Test
    void killedCopy_neverShowsHalfARelease() throws IOException {
        sync().exits(0);
        builds.release("1.2.0");
        release("sign");
        Strace strace = new Strace(operator, folder.resolve("trace"));
        List<String> command = List.of(
                Machine.BUNDLE.resolve("cco").toString(),
                "mirror",
                "sync",
                "hello",
                "--to",
                mirror.toString(),
                "--from",
                builds.repository().toString());
        int killed = 0;
        for (int rename = 1;
                strace.inject("signal=KILL", "rename", rename, command).exit() != 0;
                rename += 3) {
            killed++;
            install("user " + rename, mirror.toString()).exits(0);
        }
        assertTrue(killed > 2, killed + " kills");
        install("last user", mirror.toString()).exits(0).prints("1.2.0");
    }

    @Test
    void exportedFile_becomesAMirrorElsewhere() throws IOException {
        Path file = folder.resolve("hello.tar.gz");
        operator.cco(
                        "mirror",
                        "export",
                        "hello",
                        "--to",
                        file.toString(),
                        "--from",
                        builds.repository().toString(),
                        "--root",
                        root.toString())
                .exits(0)
                .prints("wrote " + file);
        Machine isolated = new Machine(folder.resolve("isolated"));
        isolated.cco("mirror", "import", file.toString(), "--to", mirror.toString(), "--root", root.toString())
                .exits(0)
                .prints("2 versions of hello");
        assertFalse(Files.exists(mirror.resolve(".mirror/import")));
        install("user", mirror.toString()).exits(0).prints("1.1.0");
        isolated.cco("mirror", "import", file.toString(), "--to", mirror.toString())
                .exits(0)
                .prints("nothing to copy");
    }

    @Test
    void otherFile_isNotImported() throws IOException {
        Run run = operator.cco(
                "mirror",
                "import",
                builds.archive("1.0.0").toString(),
                "--to",
                mirror.toString(),
                "--root",
                root.toString());
        run.exits(2).complains("does not contain a release repository");
        assertEquals("", run.out());
    }
}
