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
 * What a publisher offers ({@code version-manifest.json}), well-formed but not yet trusted: only a
 * {@link cco.core.trust.TrustedManifest} vouches for it.
 *
 * @param serial goes up with every change; absent in manifests that were not made by cco
 * @param expires from when on the manifest must not be accepted any more
 * @param latest the version that each channel names; it need not be among {@code versions}
 * @param versions every described version, oldest first
 * @param deprecations a word to the users of old versions, which need not be listed any more
 */
public record Manifest(
        AppName app,
        OptionalLong serial,
        Optional<Instant> expires,
        Map<Channel, Version> latest,
        SortedMap<Version, Release> versions,
        Map<Version, String> deprecations) {

    public Manifest {
        latest = Collections.unmodifiableMap(new LinkedHashMap<>(latest));
        versions = Collections.unmodifiableSortedMap(new TreeMap<>(versions));
        deprecations = Collections.unmodifiableMap(new LinkedHashMap<>(deprecations));
    }

    /** The release of a version, or nothing if the manifest does not describe it. */
    public Optional<Release> release(Version version) {
        return Optional.ofNullable(versions.get(version));
    }
}
