package cco.core.manifest;

import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The offer of a publisher ({@code version-manifest.json}): well-formed, but trusted only as a {@link
 * cco.core.trust.TrustedManifest}.
 *
 * @param app the app that the publisher offers
 * @param serial grows with every change; absent in manifests of other tools
 * @param expires the time from which the manifest must not be accepted
 * @param latest the version of each channel, which may be missing in {@code versions}
 * @param versions the described versions, oldest first
 * @param deprecations notices to users of old versions, which may no longer be described
 */
public record Manifest(
        AppName app,
        OptionalLong serial,
        Optional<Instant> expires,
        Map<Channel, Version> latest,
        SortedMap<Version, Release> versions,
        Map<Version, String> deprecations) {

    /** Creates a manifest with unmodifiable copies of its maps. */
    public Manifest {
        latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        deprecations = Collections.unmodifiableMap(new LinkedHashMap<>(deprecations));
    }

    /**
     * Finds the release of a version.
     *
     * @param version the version to look up
     * @return its release; empty if the manifest does not describe the version
     */
    public Optional<Release> release(Version version) {
        return Optional.ofNullable(versions.get(version));
    }
}
