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
 * The content of the targets role (TUF 4.5): the manifest, every file that it names, and the files with checksums. A
 * target's name is its path in the repository. The manifest's serial is recorded too, so that no lower one is signed.
 *
 * @param files the size and digest of each target, by path
 * @param serial the serial of the manifest
 */
record TargetsBuilder(Map<String, TargetInfo> files, long serial) {

    private static final String SERIAL = "serial";

    /**
     * Requires that this state of the repository may be signed.
     *
     * @param before the targets that were signed last
     * @throws VerificationException if a file differs from the manifest, if a signed file has changed, or if the serial
     *     goes back
     */
    static TargetsBuilder of(Path repository, ManifestFiles manifest, JsonObject before) throws CcoException {
        Map<String, TargetInfo> files = new LinkedHashMap<>();
        try {
            requireForward(manifest.serial(), before);
            files.put(ReleaseRepository.MANIFEST, TargetInfo.of(manifest.text()));
            for (Map.Entry<String, TargetInfo> file : manifest.files().entrySet()) {
                requireUnchanged(file.getKey(), file.getValue(), before);
                file.getValue().requireFile(repository, file.getKey(), "manifest");
                files.put(file.getKey(), file.getValue());
            }
        } catch (JsonException e) {
            throw new AssertionError("the client's workflow has read these targets", e);
        }
        for (Map.Entry<String, Path> list : manifest.checksums().entrySet()) {
            files.put(list.getKey(), TargetInfo.of(list.getValue()));
        }
        return new TargetsBuilder(files, manifest.serial());
    }

    /** The members of the role's metadata. */
    Map<String, Object> members() {
        Map<String, Map<String, Object>> targets = new LinkedHashMap<>();
        files.forEach((path, info) -> targets.put(path, info.json()));
        targets.get(ReleaseRepository.MANIFEST).put("custom", Map.of(SERIAL, serial));
        return Map.of("targets", targets);
    }

    /** The same targets without the serial: a new key starts a new order, so that a thief's serial does not last. */
    static Map<String, Object> withoutSerial(JsonObject targets) {
        Map<String, Object> files = new LinkedHashMap<>(targets.asMap());
        files.computeIfPresent(ReleaseRepository.MANIFEST, (path, manifest) -> {
            Map<String, Object> changed = new LinkedHashMap<>();
            ((Map<?, ?>) manifest).forEach((name, value) -> changed.put((String) name, value));
            changed.put("custom", Map.of(SERIAL, 0L));
            return changed;
        });
        return Map.of("targets", files);
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
                    path + " was signed before with other content",
                    "published versions never change: publish the new build as a new version");
        }
    }
}
