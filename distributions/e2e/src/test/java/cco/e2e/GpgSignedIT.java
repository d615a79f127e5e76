package cco.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Trust mode gpg, with signatures made by gpg. */
class GpgSignedIT {

    @TempDir
    Path folder;

    private Machine user;
    private Machine signer;
    private Publisher builds;
    private Path keyring;

    @BeforeEach
    void installSignedVersion() throws IOException {
        user = new Machine(folder.resolve("user"));
        signer = new Machine(folder.resolve("s"));
        signer.requires("gpg");
        Path home = Files.createDirectory(folder.resolve("g"));
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx------"));
        signer.with("GNUPGHOME", home.toString());
        gpg("--quick-generate-key", "publisher@example.com", "ed25519", "sign", "never");
        keyring = folder.resolve("publisher.gpg");
        gpg("--output", keyring.toString(), "--export", "publisher@example.com");
        builds = new Publisher(folder.resolve("builds"), "hello");
        release("1.0.0");
        install(user).exits(0);
    }

    @AfterEach
    void stopTheAgent() throws IOException {
        signer.run(List.of("gpgconf", "--kill", "all"));
    }

    private Run install(Machine machine) throws IOException {
        return machine.cco(
                "install", "hello", "--from", builds.repository().toString(), "--gpg-key", keyring.toString());
    }

    private void gpg(String... arguments) throws IOException {
        List<String> command = Machine.command("gpg", "--batch", "--yes", "--passphrase", "");
        command.addAll(List.of(arguments));
        signer.run(command).exits(0);
    }

    private Path manifest() {
        return builds.repository().resolve("version-manifest.json");
    }

    private void release(String version) throws IOException {
        builds.release(version);
        gpg("--armor", "--detach-sign", builds.archive(version).toString());
        gpg("--armor", "--detach-sign", manifest().toString());
    }

    private Run update() throws IOException {
        return user.cco("update", "hello", "--yes");
    }

    @Test
    void signedRelease_isInstalled() throws IOException {
        release("1.1.0");
        update().exits(0).prints("1.1.0");
        user.installed("hello").exits(0).prints("hello from 1.1.0");
        user.cco("list").exits(0).prints("gpg");
    }

    @Test
    void changedManifest_isRefused() throws IOException {
        builds.release("1.1.0");
        update().exits(4).complains("gpg");
        user.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void manifestChange_tellsPublisherToSignAgain() throws IOException {
        user.cco(
                        "release",
                        "deprecate",
                        "1.0.0",
                        "--notice",
                        "1.1.0 is out",
                        "--repository",
                        builds.repository().toString())
                .exits(0)
                .complains(
                        "sign the manifest again, or users refuse it: gpg --yes --armor --detach-sign " + manifest());
        update().exits(4);
        gpg("--armor", "--detach-sign", manifest().toString());
        update().exits(0).complains("1.1.0 is out");
    }

    @Test
    void unsignedArchive_isRefused() throws IOException {
        release("1.1.0");
        Files.delete(
                builds.archive("1.1.0").resolveSibling(builds.archive("1.1.0").getFileName() + ".asc"));
        update().exits(4).complains("gpg");
        user.installed("hello").exits(0).prints("hello from 1.0.0");
    }

    @Test
    void otherKey_isRefused(@TempDir Path elsewhere) throws IOException {
        gpg("--quick-generate-key", "stranger@example.com", "ed25519", "sign", "never");
        keyring = folder.resolve("stranger.gpg");
        gpg("--output", keyring.toString(), "--export", "stranger@example.com");
        Machine other = new Machine(elsewhere);
        install(other).exits(4).complains("gpg");
        assertFalse(Files.exists(other.home().resolve("bin/hello")));
    }

    /** A thief of the key signs the highest serial; the publisher's new key starts a new order. */
    @Test
    void highestSerialByAThief_endsWithNewKeyring() throws IOException {
        String genuine = Files.readString(manifest());
        Files.writeString(manifest(), genuine.replaceFirst("\"serial\": \\d+", "\"serial\": " + Long.MAX_VALUE));
        gpg("--armor", "--detach-sign", manifest().toString());
        user.cco("update", "hello", "--check").exits(0);

        Files.writeString(manifest(), genuine);
        gpg("--quick-generate-key", "new@example.com", "ed25519", "sign", "never");
        builds.release("1.1.0");
        for (Path file : List.of(builds.archive("1.1.0"), manifest())) {
            gpg("--armor", "--local-user", "new@example.com", "--detach-sign", file.toString());
        }
        update().exits(4);
        keyring = folder.resolve("new.gpg");
        gpg("--output", keyring.toString(), "--export", "new@example.com");
        install(user).exits(0);
        user.installed("hello").exits(0).prints("hello from 1.1.0");
    }
}
