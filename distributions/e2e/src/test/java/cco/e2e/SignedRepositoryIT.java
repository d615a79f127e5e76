package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.tck.server.FaultyServer;
import cco.tck.server.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust mode tuf: a publisher with keys, a user who knows the root, and an attacker in between. */
class SignedRepositoryIT {

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Publisher builds;
    private Path repository;

    @BeforeEach
    void installSignedVersion() throws IOException {
        Prepared.copy("signed repository", folder, original -> {
            machinesIn(original);
            SigningKeys.write(publisher, "hello");
            publisher
                    .cco("release", "init", "--app", "hello", "--repository", repository.toString())
                    .exits(0);
            Files.copy(repository.resolve("metadata/1.root.json"), original.resolve("root.json"));
            release("1.0.0");
            user.cco("install", "hello", "--from", repository.toString(), "--root", original + "/root.json")
                    .exits(0);
        });
        machinesIn(folder);
    }

    private void machinesIn(Path folder) throws IOException {
        publisher = new Machine(folder.resolve("publisher's machine"));
        user = new Machine(folder.resolve("user's machine"));
        builds = new Publisher(folder.resolve("builds"), "hello");
        repository = builds.repository();
    }

    private void release(String version) throws IOException {
        builds.release(version);
        sign();
    }

    private void sign() throws IOException {
        publisher.cco("release", "sign", "--repository", repository.toString()).exits(0);
    }

    private Run update() throws IOException {
        return user.cco("update", "hello", "--yes");
    }

    private void requireUntouched() throws IOException {
        user.installed("hello").exits(0).prints("hello from 1.0.0");
        assertFalse(Files.exists(user.app("hello").resolve("versions/1.1.0")));
    }

    @Test
    void signedRelease_isInstalledAndPassesCheck() throws IOException {
        release("1.1.0");
        publisher
                .cco("release", "check", "--repository", repository.toString())
                .exits(0)
                .prints("timestamp");
        update().exits(0).prints("1.1.0");
        user.installed("hello").exits(0).prints("hello from 1.1.0");
        user.cco("list").exits(0).prints("tuf");
    }

    @Test
    void loginPage_isNotReportedAsAttack() throws IOException {
        release("1.1.0");
        Path timestamp = repository.resolve("metadata/timestamp.json");
        Files.writeString(timestamp, "\n<!DOCTYPE html><html>who are you?</html>");
        update().exits(3)
                .complains("timestamp.json is a web page, not the file")
                .complains("asks for a login");
        requireUntouched();
    }

    @Test
    void checkWithoutNews_readsTimestampOnly() throws IOException {
        Machine other = new Machine(folder.resolve("another machine"));
        String root = folder.resolve("root.json").toString();
        try (FaultyServer server = FaultyServer.serving(repository)) {
            other.cco("install", "hello", "--from", server.address().toString(), "--root", root)
                    .exits(0);
            int before = server.requests().size();
            other.cco("update", "hello", "--check").exits(0);
            assertEquals(
                    List.of("/metadata/2.root.json", "/metadata/timestamp.json"),
                    server.requests().stream()
                            .skip(before)
                            .map(HttpRequest::path)
                            .toList());
        }
    }

    /** TUF 5.7.3: the names with digests belong to one state of the repository. */
    @Test
    void archives_areReadByNamesWithDigests() throws IOException {
        release("1.1.0");
        try (FaultyServer server = FaultyServer.serving(repository)) {
            installFrom(server.address().toString());
            List<String> paths = archiveRequests(server);
            assertEquals(2, paths.size(), paths.toString());
            assertTrue(
                    paths.stream().allMatch(path -> path.matches("/v1[.]1[.]0/[0-9a-f]{64}[.]hello.*")),
                    paths::toString);
        }
    }

    @Test
    void mirrorWithoutNamesWithDigests_serves() throws IOException {
        release("1.1.0");
        try (var files = Files.walk(repository)) {
            for (Path file : files.filter(path -> path.toString().matches(".*/v1[.].*/[0-9a-f]{64}[.].*"))
                    .toList()) {
                Files.delete(file);
            }
        }
        try (FaultyServer server = FaultyServer.serving(repository)) {
            installFrom(server.address().toString());
            assertEquals(4, archiveRequests(server).size());
        }
    }

    @Test
    @TestsSettings({"sources.*.metadata_path", "sources.*.targets_path"})
    void repositoryWithOtherFolders_serves() throws IOException {
        release("1.1.0");
        Path tuf = Files.createDirectories(repository.resolve("tuf"));
        Path targets = Files.createDirectories(tuf.resolve("targets"));
        user.run(List.of(
                        "sh",
                        "-c",
                        "cd '" + repository + "' && mv metadata tuf/meta" + " && mv *.json v[0-9]* checksums '"
                                + targets + "'"))
                .exits(0);
        update().exits(3);
        String table = "apps.hello.sources.file.";
        user.cco("config", "set", table + "metadata_path", "tuf/meta").exits(0);
        user.cco("config", "set", table + "targets_path", "tuf/targets").exits(0);
        update().exits(0);
        user.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    private void installFrom(String address) throws IOException {
        Machine other = new Machine(folder.resolve("another machine"));
        String root = folder.resolve("root.json").toString();
        other.cco("install", "hello", "--from", address, "--root", root).exits(0);
        other.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    private static List<String> archiveRequests(FaultyServer server) {
        return server.requests().stream()
                .map(HttpRequest::path)
                .filter(path -> path.startsWith("/v1.1.0/"))
                .toList();
    }

    /** A thief of the targets and online keys signs the highest serial, and a client sees it by a mere check. */
    @Test
    void highestSerialByAThief_endsWithRotation() throws IOException {
        Path manifest = repository.resolve("version-manifest.json");
        String genuine = Files.readString(manifest);
        Files.writeString(manifest, genuine.replaceFirst("\"serial\": \\d+", "\"serial\": " + Long.MAX_VALUE));
        sign();
        user.cco("update", "hello", "--check").exits(0);

        for (String role : List.of("targets", "online")) {
            Path key = folder.resolve("new-" + role + ".pem");
            SigningKeys.write(key);
            publisher
                    .cco("release", "rotate-key", role, "--repository", repository.toString(), "--new", "file:" + key)
                    .exits(0);
        }
        Files.writeString(manifest, genuine);
        release("1.1.0");

        update().exits(0);
        user.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void unsignedRelease_isNotOffered() throws IOException {
        builds.release("1.1.0");
        user.cco("update", "hello", "--check").exits(0);
        sign();
        user.cco("update", "hello", "--check").exits(100);
    }

    @Test
    void changedByteInAnyFile_isRefused() throws IOException {
        release("1.1.0");
        for (Path file : served()) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            Run run = update();
            assertTrue(List.of(3, 4).contains(run.exit()), file + "\n" + run);
            requireUntouched();
            Files.write(file, sound);
        }
        update().exits(0);
    }

    /** The files that an update reads. */
    private List<Path> served() throws IOException {
        try (var files = Files.walk(repository)) {
            List<Path> read = files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*(/timestamp.json|/v1[.]1[.]0/hello.*|/3[.].*[.]json)"))
                    .toList();
            assertEquals(5, read.size(), read.toString());
            return read;
        }
    }

    @Test
    void rollbackAttack_isRefused() throws IOException {
        Path old = folder.resolve("old");
        user.run(List.of("cp", "-a", repository.toString(), old.toString())).exits(0);
        release("1.1.0");
        user.cco("update", "hello", "--check").exits(100);
        user.run(List.of("rm", "-rf", repository.toString())).exits(0);
        user.run(List.of("mv", old.toString(), repository.toString())).exits(0);
        update().exits(4).complains("goes back");
        requireUntouched();
    }

    @Test
    void missingMetadata_isErrorAndRollbackStillWorks() throws IOException {
        release("1.1.0");
        update().exits(0);
        release("1.2.0");
        user.run(List.of("rm", "-rf", repository.resolve("metadata").toString()))
                .exits(0);
        update().exits(3).complains("timestamp.json");
        user.cco("update", "hello", "--rollback").exits(0);
        user.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void clientThreeRotationsBehind_updates() throws IOException {
        String keys = publisher.home().toString() + "/new-";
        for (String role : List.of("root", "targets", "online")) {
            SigningKeys.write(Path.of(keys + role + ".pem"));
            publisher
                    .cco(
                            "release",
                            "rotate-key",
                            role,
                            "--repository",
                            repository.toString(),
                            "--new",
                            "file:" + keys + role + ".pem")
                    .exits(0);
        }
        builds.release("1.1.0");
        publisher
                .cco(
                        "release",
                        "sign",
                        "--repository",
                        repository.toString(),
                        "--root-key",
                        "file:" + keys + "root.pem",
                        "--targets-key",
                        "file:" + keys + "targets.pem",
                        "--online-key",
                        "file:" + keys + "online.pem")
                .exits(0);
        update().exits(0);
        user.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void otherPublishersRoot_isRefused(@TempDir Path elsewhere) throws IOException {
        Machine stranger = new Machine(elsewhere.resolve("machine"));
        SigningKeys.write(stranger, "hello");
        Path other = elsewhere.resolve("repository");
        stranger.cco("release", "init", "--app", "hello", "--repository", other.toString())
                .exits(0);
        String root = other.resolve("metadata/1.root.json").toString();
        stranger.cco("install", "hello", "--from", repository.toString(), "--root", root)
                .exits(4);
        assertFalse(Files.exists(stranger.home().resolve("bin/hello")));
    }

    @Test
    void secrets_areNotInOutputOrRepository() throws IOException {
        String other = new Publisher(folder.resolve("other"), "other")
                .release("1.0.0")
                .repository()
                .toString();
        publisher.with("CCO_KEY_PASSPHRASE", "correct horse");
        for (String command : List.of("init --app other", "sign")) {
            List<String> words = Machine.command("--verbose", ("release " + command).split(" "));
            words.addAll(List.of(
                    "--repository", other, "--keys", folder.resolve("keys").toString()));
            Run run = publisher.cco(words.toArray(String[]::new)).exits(0);
            assertFalse((run.out() + run.err()).contains("correct horse"));
        }
        try (var files = Files.walk(Path.of(other))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("PRIVATE KEY"), file.toString());
            }
        }
        String key = Files.readString(folder.resolve("keys/root.pem"));
        assertTrue(key.contains("BEGIN ENCRYPTED PRIVATE KEY"));
    }
}
