package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.publisher.repository.ReleaseRepository;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the targets role will say (section 4.5): the manifest, every file that it names, and the lists of checksums. A
 * target's name is its path in the repository. The manifest's serial stands beside it, so that the next one is not
 * signed if it goes back.
 *
 * @param files size and digest of each target, by its path
 * @param serial the manifest's
 */
record TargetsBuilder(Map<String, TargetInfo> files, long serial) {

    private static final String SERIAL = "serial";

    /**
     * Decides whether this state of the repository may be signed.
     *
     * @param before what was signed last
     * @throws VerificationException if a file is not what the manifest says, if one that was signed under its path has
     *     changed, or if the serial goes back
     */
    static TargetsBuilder of(Path repository, ManifestFiles catalogue, JsonObject before) throws CcoException {
        Map<String, TargetInfo> files = new LinkedHashMap<>();
        try {
            requireForward(catalogue.serial(), before);
            files.put(ReleaseRepository.MANIFEST, TargetInfo.of(catalogue.text()));
            for (Map.Entry<String, TargetInfo> file : catalogue.files().entrySet()) {
                requireUnchanged(file.getKey(), file.getValue(), before);
                file.getValue().requireFile(repository, file.getKey(), "manifest");
                files.put(file.getKey(), file.getValue());
            }
        } catch (JsonException e) {
            throw new AssertionError("the client's workflow has read these targets", e);
        }
        for (Map.Entry<String, Path> list : catalogue.checksums().entrySet()) {
            files.put(list.getKey(), TargetInfo.of(list.getValue()));
        }
        return new TargetsBuilder(files, catalogue.serial());
    }

    /** What the role's metadata say. */
    Map<String, Object> members() {
        Map<String, Map<String, Object>> targets = new LinkedHashMap<>();
        files.forEach((path, promise) -> targets.put(path, promise.json()));
        targets.get(ReleaseRepository.MANIFEST).put("custom", Map.of(SERIAL, serial));
        return Map.of("targets", targets);
    }

    private static void requireForward(long serial, JsonObject before) throws JsonException, VerificationException {
        Optional<JsonObject> earlier = before.optionalObject(ReleaseRepository.MANIFEST);
        long signed = earlier.isEmpty() ? 0 : earlier.get().object("custom").whole(SERIAL);
        if (serial < signed) {
            throw new VerificationException(
                    "the manifest goes back to serial " + serial + "; " + signed + " was signed before",
                    "restore the newest manifest: users who have seen it refuse an older one");
        }
    }

    private static void requireUnchanged(String path, TargetInfo now, JsonObject before)
            throws JsonException, VerificationException {
        Optional<JsonObject> earlier = before.optionalObject(path);
        if (earlier.isPresent() && !TargetInfo.read(earlier.get()).equals(now)) {
            throw new VerificationException(
                    path + " was signed before with another content",
                    "published versions never change: publish the new build as a new version");
        }
    }
}
