package cco.publisher.signing;

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

/** The exact size and the digest of a file. */
record TargetInfo(long size, Sha256 sha256) {

    static TargetInfo of(byte[] bytes) {
        return new TargetInfo(bytes.length, Sha256.of(bytes));
    }

    /** Measures a file. */
    static TargetInfo of(Path file) throws SourceException {
        return of(file, FileDigests.READ);
    }

    private static TargetInfo of(Path file, FileDigests digests) throws SourceException {
        try {
            return new TargetInfo(Files.size(file), digests.of(file));
        } catch (IOException e) {
            throw new SourceException(
                    IoReason.explain("cannot read a file that the manifest names", e),
                    "restore it or publish it again",
                    e);
        }
    }

    /** Reads a target in metadata. */
    static TargetInfo read(JsonObject target) throws JsonException {
        return new TargetInfo(
                target.whole("length"), new Sha256(target.object("hashes").text("sha256")));
    }

    /** The target as an object of metadata. */
    Map<String, Object> json() {
        Map<String, Object> target = new LinkedHashMap<>();
        target.put("length", size);
        target.put("hashes", Map.of("sha256", sha256.hex()));
        return target;
    }

    /** Refuses a file of another size. A missing file is fine, and none is read. */
    void requireSizeIfPresent(Path repository, String path) throws SourceException, VerificationException {
        Path file = repository.resolve(path);
        try {
            if (Files.exists(file) && Files.size(file) != size) {
                throw new VerificationException(
                        file + " is not the file that was signed",
                        "find out who changed it; published files never change");
            }
        } catch (IOException e) {
            throw new SourceException("cannot read " + file + ": " + IoReason.brief(e), "check its permissions", e);
        }
    }

    /** Requires that a file has this size and digest. */
    void requireFile(Path repository, String path, String listing, FileDigests digests)
            throws SourceException, VerificationException {
        if (!of(repository.resolve(path), digests).equals(this)) {
            throw new VerificationException(
                    repository.resolve(path) + " is not the file that the " + listing + " lists",
                    path.equals(ReleaseRepository.MANIFEST)
                            ? "if you changed it, run cco release sign; otherwise find out who did"
                            : "find out who changed it; published files never change");
        }
    }
}
