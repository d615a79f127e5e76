package cco.publisher.upload;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.UsageException;
import cco.core.json.Json;
import cco.core.json.JsonException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Platform;
import cco.core.model.UntrustedBytes;
import cco.publisher.repository.ReleaseRepository;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The two files that say which state of a repository a place serves.
 *
 * @param manifest empty if there is none
 * @param timestamp empty if there is none
 */
record RemoteState(Optional<byte[]> manifest, Optional<byte[]> timestamp) {

    private static final String TIMESTAMP = "metadata/timestamp.json";

    static RemoteState of(UploadPlace place) throws CcoException {
        Map<String, byte[]> files = place.read(List.of(ReleaseRepository.MANIFEST, TIMESTAMP));
        return new RemoteState(
                Optional.ofNullable(files.get(ReleaseRepository.MANIFEST)), Optional.ofNullable(files.get(TIMESTAMP)));
    }

    /** Whether nothing is there yet. */
    boolean isEmpty() {
        return manifest.isEmpty() && timestamp.isEmpty();
    }

    /** Whether both files are the same. */
    boolean sameAs(RemoteState other) {
        return same(manifest, other.manifest) && same(timestamp, other.timestamp);
    }

    private static boolean same(Optional<byte[]> one, Optional<byte[]> other) {
        return Arrays.equals(one.orElse(null), other.orElse(null));
    }

    /** The serial of the manifest; 0 without one. */
    long serial() throws SourceException {
        return manifest.isEmpty() ? 0 : readManifest().serial().orElse(0);
    }

    /** The version of the timestamp; 0 without one. */
    long version() throws SourceException {
        try {
            return timestamp.isEmpty()
                    ? 0
                    : Json.parse(timestamp.get()).object("signed").whole("version");
        } catch (JsonException e) {
            throw new SourceException(
                    TIMESTAMP + " is damaged: " + e.getMessage(), "find out who changed it; --force replaces it", e);
        }
    }

    private Manifest readManifest() throws SourceException {
        return ManifestReader.read(new UntrustedBytes(ReleaseRepository.MANIFEST, manifest.orElseThrow()), AppName.CCO);
    }

    /**
     * Refuses a place that knows something that this state does not.
     *
     * @param here the state to upload
     * @param place for messages
     * @throws UsageException if the upload would go back, or would hide what someone else has published
     */
    void requireBefore(RemoteState here, String place) throws CcoException {
        if (timestamp.isPresent() && here.timestamp.isEmpty()) {
            throw refused(place + " has signed metadata, and this repository has none");
        }
        if (version() > here.version() || version() == here.version() && !same(timestamp, here.timestamp)) {
            throw refused(place + " has timestamp " + version() + ", which is not from this repository (timestamp "
                    + here.version() + ")");
        }
        if (manifest.isEmpty()) {
            return;
        }
        if (serial() > here.serial() || serial() == here.serial() && !same(manifest, here.manifest)) {
            throw refused(place + " has manifest " + serial() + ", which is not from this repository (manifest "
                    + here.serial() + ")");
        }
        if (here.manifest.isPresent()) {
            requireContained(readManifest(), here.readManifest(), place);
        }
    }

    /** Published archives never change and never disappear, so each must be here too. */
    private static void requireContained(Manifest there, Manifest here, String place) throws UsageException {
        if (!there.app().equals(here.app())) {
            throw refused(place + " holds releases of " + there.app() + ", not of " + here.app());
        }
        for (Release release : there.versions().values()) {
            Map<Platform, Archive> known =
                    here.release(release.version()).map(Release::platforms).orElse(Map.of());
            for (Map.Entry<Platform, Archive> archive : release.platforms().entrySet()) {
                Archive own = known.get(archive.getKey());
                if (own == null
                        || !own.file().sha256().equals(archive.getValue().file().sha256())) {
                    throw refused(place + " has another " + there.app() + " " + release.version() + " for "
                            + archive.getKey() + " than this repository");
                }
            }
        }
    }

    private static UsageException refused(String message) {
        return new UsageException(
                message,
                "someone else has published there: copy that repository here and publish again; "
                        + "if it must be replaced, as after a theft, use `cco release upload --force`");
    }
}
