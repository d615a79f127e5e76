package cco.publisher.repository;

import cco.core.manifest.Manifest;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The result of a change by {@link PublishedReleases}.
 *
 * @param before the manifest before the change
 * @param now the manifest after it; equal if there was nothing to change
 */
public record ManifestChange(Manifest before, Manifest now) {

    /** Whether the manifest has changed. */
    public boolean changed() {
        return !before.equals(now);
    }

    /** The serial of the manifest; 0 if it has none. */
    public long serial() {
        return now.serial().orElse(0);
    }

    /** The channels that point at another version than before, with the new version. */
    public Map<Channel, Version> moved() {
        Map<Channel, Version> moved = new LinkedHashMap<>(now.latest());
        moved.entrySet().removeAll(before.latest().entrySet());
        return moved;
    }
}
