package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A required drop-in verifier, with signatures made by minisign. */
class MinisignPluginIT {

    @TempDir
    Path folder;

    private Machine user;
    private Publisher publisher;
    private Path anchor;

    @BeforeEach
    void installSignedVersion() throws IOException {
        user = new Machine(folder.resolve("user"));
        user.requires("minisign");
        key("publisher");
        anchor = user.home().resolve("config/anchors/hello/minisign.pub");
        Files.createDirectories(anchor.getParent());
        Files.copy(folder.resolve("publisher.pub"), anchor);
        user.cco("plugin", "trust", "--yes", SamplePlugin.jar(folder).toString())
                .exits(0);
        user.cco("config", "set", "apps.hello.verifiers.required", "sha256,minisign")
                .exits(0);
        publisher = new Publisher(folder.resolve("builds"), "hello");
        release("1.0.0", "publisher");
        user.install("hello", List.of(publisher.repository()));
    }

    private void key(String name) throws IOException {
        String file = folder.resolve(name).toString();
        user.run(List.of("minisign", "-G", "-W", "-p", file + ".pub", "-s", file + ".key"))
                .exits(0);
    }

    private void release(String version, String key) throws IOException {
        publisher.release(version);
        String secret = folder.resolve(key + ".key").toString();
        user.run(List.of(
                        "minisign",
                        "-S",
                        "-s",
                        secret,
                        "-m",
                        publisher.archive(version).toString()))
                .exits(0);
    }

    private Path signature(String version) throws IOException {
        return Path.of(publisher.archive(version) + ".minisig");
    }

    private void isRefused(int exit, String reason) throws IOException {
        user.cco("update", "hello", "--yes").exits(exit).complains(reason);
        user.installed("hello").exits(0).prints("hello from 1.0.0");
        assertFalse(Files.exists(user.app("hello").resolve("versions/1.1.0")));
    }

    @Test
    void goodSignature_isAccepted() throws IOException {
        user.cco("plugin", "list").exits(0).prints(SamplePlugin.ID).prints("minisign");
        release("1.1.0", "publisher");
        user.cco("update", "hello", "--yes").exits(0).prints("1.1.0");
        user.installed("hello").exits(0).prints("hello from 1.1.0");
    }

    @Test
    void missingSignature_isRefused() throws IOException {
        publisher.release("1.1.0");
        isRefused(4, "it is not signed: there is no hello-v1.1.0");
    }

    @Test
    void anotherKeysSignature_isRefused() throws IOException {
        key("stranger");
        release("1.1.0", "stranger");
        isRefused(4, "it is signed by the key");
    }

    @Test
    void anotherVersionsSignature_isRefused() throws IOException {
        release("1.1.0", "publisher");
        Files.copy(signature("1.0.0"), signature("1.1.0"), StandardCopyOption.REPLACE_EXISTING);
        isRefused(4, "has not signed it");
    }

    @Test
    void withoutAPinnedKey_nothingIsAccepted() throws IOException {
        release("1.1.0", "publisher");
        Files.delete(anchor);
        isRefused(4, "no minisign.pub is pinned");
    }

    @Test
    void pluginThatIsGone_orHasChanged_isNotPassedOver() throws IOException {
        release("1.1.0", "publisher");
        try (var jars = Files.walk(user.home()).filter(file -> file.toString().endsWith(".jar"))) {
            Files.writeString(jars.findFirst().orElseThrow(), "one more", StandardOpenOption.APPEND);
        }
        isRefused(8, "it has changed since it was trusted");
        user.cco("plugin", "remove", "--force", SamplePlugin.ID).exits(0);
        isRefused(8, "minisign");
    }
}
