package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.e2e.InstalledCco.Cco;
import cco.tck.server.FaultyServer;
import cco.tck.server.HttpRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Trust mode tuf by commands alone: a publisher with keys, a user who knows the root, and somebody in between. */
@ExtendWith(InstalledCco.class)
class SignedRepositoryIT {

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Publisher builds;
    private Path repository;

    @BeforeEach
    void oneVersionIsInstalled(Cco cco) throws IOException {
        publisher = new Machine(folder.resolve("publisher's machine"), cco.program())
                .with("CCO_KEY_PASSPHRASE", "correct horse");
        user = new Machine(folder.resolve("user's machine"), cco.program());
        builds = new Publisher(folder.resolve("builds"), "hello");
        repository = builds.repository();
        publisher
                .cco("release", "init", "--app", "hello", "--repository", repository.toString())
                .exits(0);
        Path root = Files.copy(repository.resolve("metadata/1.root.json"), folder.resolve("root.json"));
        release("1.0.0");
        user.cco("install", "hello", "--from", repository.toString(), "--root", root.toString())
                .exits(0);
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
    void aSignedRelease_isInstalled_andTheRepositoryIsFoundGood() throws IOException {
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
    void aLoginPageInItsPlace_isNoAttack() throws IOException {
        release("1.1.0");
        Path timestamp = repository.resolve("metadata/timestamp.json");
        Files.writeString(timestamp, "\n<!DOCTYPE html><html>who are you?</html>");
        update().exits(3)
                .complains("timestamp.json is a web page, not metadata")
                .complains("wants a login");
        requireUntouched();
    }

    @Test
    void aCheckWithNothingNew_readsTheTimestampAlone() throws IOException {
        Machine other = new Machine(folder.resolve("another machine"), user.program());
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

    @Test
    void aReleaseThatIsNotSigned_isNotSeen() throws IOException {
        builds.release("1.1.0");
        user.cco("update", "hello", "--check").exits(0);
        sign();
        user.cco("update", "hello", "--check").exits(100);
    }

    @Test
    void aChangedByte_inAnyFile_isRefused() throws IOException {
        release("1.1.0");
        for (Path file : served()) {
            byte[] sound = Files.readAllBytes(file);
            byte[] changed = sound.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file, changed);
            Run run = update();
            assertEquals(4, run.exit(), file + "\n" + run);
            requireUntouched();
            Files.write(file, sound);
        }
        update().exits(0);
    }

    /** What an update reads: not the manifest's plain name, nor metadata that is over. */
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
    void aRepositoryThatGoesBack_isRefused() throws IOException {
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
    void metadataThatVanish_areAnError_andRollbackStillWorks() throws IOException {
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
    void aClientThreeRotationsBehind_updates() throws IOException {
        String keys = publisher.home().toString() + "/new-";
        for (String role : List.of("root", "targets", "online")) {
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
    void anotherPublishersRoot_isOfNoUse(@TempDir Path elsewhere) throws IOException {
        Machine stranger =
                new Machine(elsewhere.resolve("machine"), user.program()).with("CCO_KEY_PASSPHRASE", "battery staple");
        Path other = elsewhere.resolve("repository");
        stranger.cco("release", "init", "--app", "hello", "--repository", other.toString())
                .exits(0);
        String root = other.resolve("metadata/1.root.json").toString();
        stranger.cco("install", "hello", "--from", repository.toString(), "--root", root)
                .exits(4);
        assertFalse(Files.exists(stranger.home().resolve("bin/hello")));
    }

    @Test
    void noSecret_isInAnyOutputOrFileOfTheRepository() throws IOException {
        Run run = publisher
                .cco("--verbose", "release", "sign", "--repository", repository.toString())
                .exits(0);
        assertFalse((run.out() + run.err()).contains("correct horse"));
        try (var files = Files.walk(repository)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                assertFalse(text.contains("PRIVATE KEY"), file.toString());
            }
        }
        assertTrue(Files.exists(publisher.home().resolve("config/keys/hello/root.pem")));
    }
}
