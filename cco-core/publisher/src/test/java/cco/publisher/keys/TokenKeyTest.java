package cco.publisher.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {

    private static final Path LIBRARY = Path.of("/usr/lib/softhsm/libsofthsm2.so");
    private static final String PIN = "1234";

    @TempDir
    static Path folder;

    /** SoftHSM reads its configuration from an environment variable, so another process creates and uses the key. */
    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        builder.environment().put("PIN", PIN);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes());
        process.waitFor();
        return output;
    }

    private static String java(String tool, String... arguments) throws IOException, InterruptedException {
        String home = System.getProperty("java.home");
        return run(Stream.concat(Stream.of(home + "/bin/" + tool), Stream.of(arguments))
                .toArray(String[]::new));
    }

    private static String sign(String object, String variable) throws IOException, InterruptedException {
        String uri = "pkcs11:object=" + object + "?module-path=" + LIBRARY + "&pin-source=env:" + variable;
        String path = System.getProperty("jdk.module.path", System.getProperty("java.class.path"));
        String classes = path + ":" + System.getProperty("java.class.path");
        return java("java", "-cp", classes, TokenSigner.class.getName(), uri);
    }

    @Test
    void tokenKey_signsOnlyWithItsPin() throws Exception {
        assumeTrue(Files.exists(LIBRARY), "SoftHSM is not installed");
        Files.createDirectory(folder.resolve("tokens"));
        Files.writeString(folder.resolve("softhsm2.conf"), "directories.tokendir = " + folder.resolve("tokens") + "\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "cco", "--so-pin", "0000", "--pin", PIN);
        Files.writeString(folder.resolve("p11"), "name = made\nlibrary = " + LIBRARY + "\nslotListIndex = 0\n");
        java(
                "keytool",
                "-genkeypair",
                "-providerClass",
                "sun.security.pkcs11.SunPKCS11",
                "-providerArg",
                folder.resolve("p11").toString(),
                "-storetype",
                "PKCS11",
                "-storepass",
                PIN,
                "-alias",
                "targets",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=targets");

        assertEquals("ecdsa-sha2-nistp256 signs\n", sign("targets", "PIN"));
        assertTrue(sign("other", "PIN").contains("no key with a certificate under the label other"));
        assertTrue(sign("targets", "HOME").contains("CKR_PIN_INCORRECT"));
        assertFalse(sign("targets", "HOME").contains(System.getenv("HOME")));
    }

    @Test
    void missingLibrary_isRefused() {
        KeyOpener opener = Keys.opener(Map.of("PIN", PIN), Keys.PASS);
        String uri = "pkcs11:object=a?module-path=" + folder + "/none.so&pin-source=env:PIN";
        UsageException refusal = assertThrows(UsageException.class, () -> opener.open(KeyUri.parse(uri, Path.of(""))));
        assertFalse((refusal.getMessage() + refusal.hint()).contains(PIN));
    }

    @Test
    void pinFromACommand_isRefused() {
        KeyOpener opener = Keys.opener(Map.of(), Keys.PASS);
        for (String source : List.of("exec:pin", "1234")) {
            String uri = "pkcs11:object=a?module-path=/l.so&pin-source=" + source;
            UsageException refusal =
                    assertThrows(UsageException.class, () -> opener.open(KeyUri.parse(uri, Path.of(""))));
            assertFalse(refusal.getMessage().contains("1234"));
        }
    }
}
