package cco.publisher.repository;

import cco.core.manifest.Manifest;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What became of a change of {@link PublishedReleases}.
 *
 * @param before the manifest as it was
 * @param now as it is now; the same if it said so already, which is a success too
 */
public record ManifestChange(Manifest before, Manifest now) {

    /** Whether the manifest was written anew. */
    public boolean changed() {
        return !before.equals(now);
    }

    /** The manifest's serial; 0 if it has none. */
    public long serial() {
        return now.serial().orElse(0);
    }

    /** The channels that name another version than before, and which. */
    public Map<Channel, Version> moved() {
        Map<Channel, Version> moved = new LinkedHashMap<>(now.latest());
        moved.entrySet().removeAll(before.latest().entrySet());
        return moved;
    }
}
