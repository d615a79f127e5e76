package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of a signed repository with thousands of versions. */
class LargeRepositoryIT {

    private static final String LIST = "\"versions\": {";

    @TempDir
    Path folder;

    private Machine publisher;
    private Machine user;
    private Publisher builds;
    private Path repository;

    @BeforeEach
    void installAndCheck() throws IOException {
        publisher = new Machine(folder.resolve("publisher's machine"));
        user = new Machine(folder.resolve("user's machine"));
        builds = new Publisher(folder.resolve("builds"), "hello");
        repository = builds.repository();
        SigningKeys.write(publisher, "hello");
        publisher
                .cco("release", "init", "--app", "hello", "--repository", repository.toString())
                .exits(0);
        builds.release("1.0.0");
        Path manifest = repository.resolve("version-manifest.json");
        String text = Files.readString(manifest);
        assertTrue(text.contains(LIST), text);
        Files.writeString(manifest, text.replace(LIST, LIST + oldVersions()));
        sign();
        user.cco("install", "hello", "--from", repository.toString(), "--root", repository + "/metadata/1.root.json")
                .exits(0);
        check().exits(0).prints("1.0.0");
    }

    private static String oldVersions() {
        return IntStream.range(0, 3_000)
                .mapToObj("\"0.1.%d\": { \"date\": \"2026-01-01T00:00:00Z\" },"::formatted)
                .collect(Collectors.joining("\n"));
    }

    private void sign() throws IOException {
        publisher.cco("release", "sign", "--repository", repository.toString()).exits(0);
    }

    private Run check() throws IOException {
        return user.cco("update", "hello", "--check");
    }

    private Path state(String file) {
        return user.home().resolve("state/apps/hello").resolve(file);
    }

    /** Whatever a check reads again, it would miss here. */
    @Test
    void checkWithoutNews_readsNeitherManifestNorTargets() throws IOException {
        Files.delete(state("manifest"));
        Files.delete(state("metadata/targets.json"));
        Files.delete(repository.resolve("version-manifest.json"));
        check().exits(0).prints("1.0.0");
        assertTrue(Files.size(state("excerpt")) < 2_000);
    }

    @Test
    void newRelease_isFound() throws IOException {
        builds.release("1.1.0");
        sign();
        check().exits(100).prints("1.1.0");
        check().exits(100).prints("1.1.0");
        user.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        check().exits(0).prints("1.1.0");
    }

    @Test
    void withdrawal_namesTheVersionBefore() throws IOException {
        builds.release("1.1.0");
        sign();
        user.cco("update", "hello", "--yes").exits(0);
        publisher
                .cco("release", "withdraw", "1.1.0", "--reason", "it hangs", "--repository", repository.toString())
                .exits(0);
        sign();
        for (int times = 0; times < 2; times++) {
            check().exits(0).complains("it hangs").complains("--version 1.0.0");
        }
    }

    @Test
    void olderVersionThatIsNamed_isStillKnown() throws IOException {
        builds.release("1.1.0");
        sign();
        user.cco("update", "hello", "--yes").exits(0);
        check().exits(0);
        user.cco("update", "hello", "--check", "--version", "1.0.0").exits(100).prints("1.0.0");
    }

    @Test
    void damagedExcerpt_isReplaced() throws IOException {
        byte[] kept = Files.readAllBytes(state("excerpt"));
        Files.writeString(state("excerpt"), "nonsense");
        check().exits(0).prints("1.0.0");
        assertEquals(new String(kept), Files.readString(state("excerpt")));
    }
}
