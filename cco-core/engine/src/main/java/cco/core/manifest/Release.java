package cco.core.manifest;

import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Version;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A published version.
 *
 * @param version its version, the key in the manifest
 * @param date the time of publication
 * @param platforms its archives, also for platforms that this cco does not know
 * @param notes the address of its release notes; printable
 * @param breaking whether users have to adapt
 * @param critical whether users should update at once
 * @param minimumUpdater the oldest cco that can install it
 * @param rollout the partial rollout, if there is one
 * @param withdrawn the reason of a withdrawal; printable
 * @param channels the channels that it belongs to; absent in older manifests, where the form of its version decides
 */
public record Release(
        Version version,
        Instant date,
        Map<Platform, Archive> platforms,
        Optional<String> notes,
        boolean breaking,
        boolean critical,
        Optional<Version> minimumUpdater,
        Optional<Rollout> rollout,
        Optional<String> withdrawn,
        Optional<Set<Channel>> channels) {

    /** Creates a release with unmodifiable copies of its platforms and channels. */
    public Release {
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
        channels = channels.map(Set::copyOf);
    }
}
