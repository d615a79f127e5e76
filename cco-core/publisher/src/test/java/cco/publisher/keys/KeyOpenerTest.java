package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyOpenerTest {

    @TempDir
    Path folder;

    private KeyUri.InFile file;

    @BeforeEach
    void file() {
        file = new KeyUri.InFile(folder.resolve("keys/targets.pem"));
    }

    private static String generated(String algorithm, int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return Pem.of("PRIVATE KEY", generator.generateKeyPair().getPrivate().getEncoded())
                .text();
    }

    private static UsageException refused(String value) {
        return assertThrows(UsageException.class, () -> Keys.fromVariable(value, Keys.PASS));
    }

    @Test
    void ed25519_hasTheSamePublicKeyAsInOpenSsl() throws UsageException {
        Signer key = Keys.fromVariable(Keys.ED25519, Keys.PASS);
        assertEquals(
                Map.of("public", Keys.ED25519_PUBLIC), key.publicKey().json().get("keyval"));
        Keys.requireSigns(key, "ed25519");
    }

    @Test
    void p256_signs() throws UsageException {
        Keys.requireSigns(Keys.fromVariable(Keys.P256, Keys.PASS), "ecdsa-sha2-nistp256");
    }

    @Test
    void rsa_signsWithPss() throws Exception {
        Keys.requireSigns(Keys.fromVariable(generated("RSA", 2048), Keys.PASS), "rsassa-pss-sha256");
    }

    @ParameterizedTest
    @CsvSource({"RSA, 1024", "EC, 384", "EC, 256"})
    void keysThatClientsRefuse_areRefused(String algorithm, int bits) throws GeneralSecurityException {
        // Java writes keys on P-256 without their public half, which cannot be told from the private one.
        assertTrue(refused(generated(algorithm, bits)).getMessage().startsWith("cannot open env:KEY: it "));
    }

    @Test
    void base64OfTheWholeText_isRead() throws UsageException {
        byte[] text = Keys.ED25519.getBytes(StandardCharsets.US_ASCII);
        Keys.requireSigns(Keys.fromVariable(Base64.getMimeEncoder().encodeToString(text), Keys.PASS), "ed25519");
    }

    @Test
    void keyEncryptedByOpenSsl_isRead() throws UsageException {
        Signer key = Keys.fromVariable(Keys.ENCRYPTED, Keys.PASS);
        assertEquals(
                Keys.fromVariable(Keys.ED25519, Keys.PASS).publicKey().id(),
                key.publicKey().id());
    }

    @Test
    void wrongPassphrase_isRefusedAndNotPrinted() {
        UsageException refusal =
                assertThrows(UsageException.class, () -> Keys.fromVariable(Keys.ENCRYPTED, Keys.knowing("sesame")));
        assertEquals("cannot open env:KEY: the passphrase is wrong", refusal.getMessage());
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            assertFalse(String.valueOf(cause.getMessage()).contains("sesame"));
        }
    }

    @Test
    void otherEncryption_isRefusedWithAHint() {
        assertTrue(refused(Keys.SCRYPT).hint().contains("openssl pkcs8 -topk8"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"})
    void otherContent_isRefusedAndNotPrinted(String value) {
        UsageException refusal = refused(value);
        assertFalse(
                refusal.getMessage().contains("AAAA") || refusal.getMessage().contains("nonsense"));
    }

    @Test
    void oldKeyFormat_isRefusedWithAHint() {
        assertTrue(refused(Keys.P256.replace(" PRIVATE", " EC PRIVATE")).hint().contains("openssl pkcs8 -topk8"));
    }

    @Test
    void unsetVariable_isRefused() {
        KeyOpener opener = Keys.opener(Map.of(), Keys.PASS);
        assertThrows(UsageException.class, () -> opener.open(new KeyUri.InVariable("KEY")));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void newKey_opensAndIsPrivate(boolean encrypted) throws CcoException, IOException {
        KeyOpener opener = Keys.opener(Map.of(), Keys.PASS);
        Signer made = encrypted ? opener.createEncrypted(file) : opener.createPlain(file);
        assertEquals(made.publicKey().id(), opener.open(file).publicKey().id());
        assertEquals(encrypted, Files.readString(file.path()).contains("BEGIN ENCRYPTED PRIVATE KEY"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())));
        assertEquals(
                "rwx------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.path().getParent())));
        assertThrows(UsageException.class, () -> opener.createPlain(file));
        assertThrows(UsageException.class, () -> opener.createEncrypted(file));
    }

    @Test
    void newEncryptedKey_isReadByOpenSsl() throws Exception {
        Keys.opener(Map.of(), Keys.PASS).createEncrypted(file);
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "openssl is not installed");
        Process openssl = new ProcessBuilder(
                        "/usr/bin/openssl",
                        "pkey",
                        "-noout",
                        "-passin",
                        "pass:pass",
                        "-in",
                        file.path().toString())
                .start();
        assertEquals(0, openssl.waitFor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----"})
    void readableKey_isRefusedWithAHint(String mode) throws CcoException, IOException {
        KeyOpener opener = Keys.opener(Map.of(), Keys.PASS);
        opener.createPlain(file);
        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString(mode));
        UsageException refusal = assertThrows(UsageException.class, () -> opener.open(file));
        assertTrue(refusal.hint().contains("chmod 600 '" + file.path() + "'"), refusal.hint());
    }
}
