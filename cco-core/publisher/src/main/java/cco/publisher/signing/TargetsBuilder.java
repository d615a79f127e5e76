package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.json.JsonException;
import cco.core.json.JsonObject;
import cco.publisher.repository.ReleaseRepository;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The content of the targets role (TUF 4.5): the manifest, every file that it names, and the files with checksums. A
 * target's name is its path in the repository. The manifest's serial is recorded too, so that no lower one is signed.
 *
 * @param files the size and digest of each target, by path
 * @param recorded the paths of targets that were signed before; their files are not read again and may be missing
 * @param serial the serial of the manifest
 */
record TargetsBuilder(Map<String, TargetInfo> files, Set<String> recorded, long serial) {

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
        Set<String> recorded = new HashSet<>();
        try {
            requireForward(manifest.serial(), before);
            files.put(ReleaseRepository.MANIFEST, TargetInfo.of(manifest.text()));
            for (Map.Entry<String, TargetInfo> file : manifest.files().entrySet()) {
                requireUnchanged(file.getKey(), file.getValue(), before);
                if (before.optionalObject(file.getKey()).isPresent()) {
                    file.getValue().requireSizeIfPresent(repository, file.getKey());
                    recorded.add(file.getKey());
                } else {
                    file.getValue().requireFile(repository, file.getKey(), "manifest", FileDigests.READ);
                }
                files.put(file.getKey(), file.getValue());
            }
        } catch (JsonException e) {
            throw new AssertionError("the client's workflow has read these targets", e);
        }
        for (Map.Entry<String, Path> list : manifest.checksums().entrySet()) {
            files.put(list.getKey(), TargetInfo.of(list.getValue()));
        }
        return new TargetsBuilder(files, recorded, manifest.serial());
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
                    "published versions never change; publish the new build as a new version");
        }
    }
}
