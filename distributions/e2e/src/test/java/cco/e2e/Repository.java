package cco.e2e;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A release repository of {@code hello} made by hand, for what cco's own publishing commands refuse to publish. */
record Repository(Path folder) {

    /** Makes a file of this folder the archive of the newest version; its size and digest are what the file has. */
    void offer(String version, String archive) throws IOException {
        Path file = folder.resolve(archive);
        offer(version, archive, Files.size(file), sha256(file));
    }

    /** Promises an archive, whether or not it is there. */
    void offer(String version, String archive, long size, String sha256) throws IOException {
        Files.writeString(folder.resolve("version-manifest.json"), """
                {"schema": 1, "app": "hello", "serial": 1000, "latest": {"stable": "%s"}, "versions": {"%s": {
                  "date": "2026-01-01T00:00:00Z",
                  "platforms": {"%s": {"url": "%s", "sha256": "%s", "size": %d}}}}}
                """.formatted(
                        version, version, Publisher.platform(), archive, sha256, size));
    }

    static String sha256(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[1 << 16];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has it", e);
        }
    }
}
