package cco.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 digests in hexadecimal. */
final class Digests {

    private Digests() {}

    static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return sha256(stream);
        }
    }

    static String sha256(InputStream stream) throws IOException {
        MessageDigest digest = newDigest();
        try (var reader = new DigestInputStream(stream, digest)) {
            reader.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The digest of all names and contents below a folder; that of nothing if the folder does not exist. */
    static String ofTree(Path folder) throws IOException {
        MessageDigest digest = newDigest();
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    String line = folder.relativize(file) + " " + sha256(file) + "\n";
                    digest.update(line.getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has it", e);
        }
    }
}
