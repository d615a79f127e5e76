package cco.publisher.signing;

import cco.core.disk.FileDigest;
import cco.core.disk.IoReason;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.core.model.Sha256;
import cco.publisher.repository.ReleaseRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What is said of a file: its exact size in bytes and its digest. */
record TargetInfo(long size, Sha256 sha256) {

    static TargetInfo of(byte[] bytes) {
        return new TargetInfo(bytes.length, Sha256.of(bytes));
    }

    /** What a file on the disk is. */
    static TargetInfo of(Path file) throws SourceException {
        try {
            return new TargetInfo(Files.size(file), FileDigest.of(file));
        } catch (IOException e) {
            throw new SourceException(
                    "cannot read a file that the manifest names: " + IoReason.of(e), "restore or publish it again", e);
        }
    }

    /** What metadata says of a target. */
    static TargetInfo read(JsonObject target) throws JsonException {
        return new TargetInfo(
                target.whole("length"), new Sha256(target.object("hashes").text("sha256")));
    }

    /** The target as metadata has it. */
    Map<String, Object> json() {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("length", size);
        target.put("hashes", Map.of("sha256", sha256.hex()));
        return target;
    }

    /** Refuses a file that is not what was said. */
    void requireFile(Path repository, String path, String who) throws SourceException, VerificationException {
        if (!of(repository.resolve(path)).equals(this)) {
            throw new VerificationException(
                    repository.resolve(path) + " is not the file that the " + who + " promises",
                    path.equals(ReleaseRepository.MANIFEST)
                            ? "if the change is yours, sign it with cco release sign; else find out whose it is"
                            : "find out who changed it; published files never change");
        }
    }
}
