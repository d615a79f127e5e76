package cco.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A handmade release repository of {@code hello}, for releases that cco refuses to publish. */
record Repository(Path folder) {

    /** Lists a file of this folder as the newest version's archive, with its real size and digest. */
    void offer(String version, String archive) throws IOException {
        Path file = folder.resolve(archive);
        offer(version, archive, Files.size(file), Digests.sha256(file));
    }

    /** Lists an archive, whether or not it exists. */
    void offer(String version, String archive, long size, String sha256) throws IOException {
        Files.writeString(folder.resolve("version-manifest.json"), """
                {"schema": 1, "app": "hello", "serial": 1000, "latest": {"stable": "%s"}, "versions": {"%s": {
                  "date": "2026-01-01T00:00:00Z",
                  "platforms": {"%s": {"url": "%s", "sha256": "%s", "size": %d}}}}}
                """.formatted(
                        version, version, Publisher.platform(), archive, sha256, size));
    }
}
