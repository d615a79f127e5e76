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
 * One published version.
 *
 * @param date when it was published
 * @param platforms its archives; platforms that this machine has never heard of are among them
 * @param notes where its release notes are; printable
 * @param breaking whether users have to change something
 * @param critical whether users should not wait
 * @param minimumUpdater the oldest cco that can install it
 * @param rollout whom it is offered to, if not to everybody
 * @param withdrawn why it must not be installed any more; printable
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

    public Release {
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
        channels = channels.map(Set::copyOf);
    }
}
