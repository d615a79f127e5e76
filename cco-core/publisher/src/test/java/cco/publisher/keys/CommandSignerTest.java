package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandSignerTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /** A script that signs with OpenSSL, or prints the public key with {@code --public}. */
    private KeyUri script(String text) throws IOException, UsageException {
        Path key = Files.writeString(folder.resolve("key.pem"), Keys.P256);
        Path script = Files.writeString(
                folder.resolve("sign"), "#!/bin/sh\nkey='" + key + "'\n" + text, StandardCharsets.US_ASCII);
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        return KeyUri.parse("exec:" + script, Path.of(""));
    }

    private static Signer open(KeyUri uri) throws UsageException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        return new KeyOpener(name -> Optional.empty(), Keys.PASS).open(uri);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cat", "base64", "base64 -w0"})
    void signature_mayBeRawOrBase64(String encoder) throws Exception {
        Signer key = open(script("if [ \"$1\" = --public ]; then openssl pkey -in \"$key\" -pubout\n"
                + "else openssl dgst -sha256 -sign \"$key\" | " + encoder + "; fi\n"));
        Keys.requireSigns(key, "ecdsa-sha2-nistp256");
        assertEquals(
                Keys.fromVariable(Keys.P256, Keys.PASS).publicKey().id(),
                key.publicKey().id());
    }

    @Test
    void signatureOfAnotherKey_isRefused() throws Exception {
        Signer key = open(script("if [ \"$1\" = --public ]; then openssl pkey -in \"$key\" -pubout\n"
                + "else openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out \"$key.other\"\n"
                + "openssl dgst -sha256 -sign \"$key.other\"; fi\n"));
        UsageException refusal = assertThrows(UsageException.class, () -> key.sign(new byte[1]));
        assertTrue(refusal.getMessage().endsWith("does not print a signature that its public key verifies"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exit 0", "echo hello", "exit 3", "openssl genpkey -algorithm x448 -out \"$key.x448\"; exit 1"})
    void commandWithoutPublicKey_isRefused(String text) throws Exception {
        KeyUri uri = script(text + "\n");
        assertThrows(UsageException.class, () -> open(uri));
    }

    @Test
    void missingCommand_isRefused() {
        UsageException refusal =
                assertThrows(UsageException.class, () -> open(KeyUri.parse("exec:/no/such/thing", Path.of(""))));
        assertTrue(refusal.getMessage().startsWith("cannot run /no/such/thing"), refusal.getMessage());
    }

    @Test
    void hangingCommand_isKilled() {
        UsageException refusal = assertThrows(
                UsageException.class,
                () -> CommandRun.of(List.of("/bin/sh", "-c", "exec sleep 1000"), new byte[0], Duration.ofMillis(200)));
        assertTrue(refusal.getMessage().contains("did not finish"), refusal.getMessage());
    }

    @Test
    void commandThatDoesNotRead_isAccepted() throws UsageException {
        byte[] much = new byte[1 << 20];
        assertEquals(
                "ok\n",
                new String(CommandRun.of(List.of("/bin/sh", "-c", "echo ok"), much, LIMIT), StandardCharsets.US_ASCII));
    }
}
