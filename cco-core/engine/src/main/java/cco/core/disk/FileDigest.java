package cco.core.disk;

import cco.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;

/** The SHA-256 digests of files, however large they are. */
public final class FileDigest {

    private static final int BUFFER = 1 << 16;

    private FileDigest() {}

    /** Reads a whole file and returns its digest. */
    public static Sha256 of(Path file) throws IOException {
        MessageDigest digest = Sha256.newDigest();
        try (InputStream content = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return Sha256.from(digest.digest());
    }
}
