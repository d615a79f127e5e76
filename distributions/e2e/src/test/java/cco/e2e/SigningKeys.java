package cco.e2e;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Unencrypted signing keys. Decrypting a key takes seconds of processor time for each signature. */
final class SigningKeys {

    private SigningKeys() {}

    /** Writes the three keys of an app to where a machine's cco looks for them. */
    static void write(Machine machine, String app) throws IOException {
        Path folder =
                Files.createDirectories(machine.home().resolve("config/keys").resolve(app));
        for (String role : new String[] {"root", "targets", "online"}) {
            write(folder.resolve(role + ".pem"));
        }
    }

    /** Writes a new Ed25519 key. */
    static void write(Path file) throws IOException {
        try {
            byte[] key = KeyPairGenerator.getInstance("Ed25519")
                    .generateKeyPair()
                    .getPrivate()
                    .getEncoded();
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
            Files.writeString(
                    file,
                    "-----BEGIN PRIVATE KEY-----\n" + text + "\n-----END PRIVATE KEY-----\n",
                    StandardCharsets.US_ASCII);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has it", e);
        }
    }
}
