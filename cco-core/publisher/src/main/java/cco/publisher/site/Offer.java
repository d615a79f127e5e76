package cco.publisher.site;

import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.plan.ChannelVersions;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a manifest offers to a new user: the release of each channel, and the one to show first. */
final class Offer {

    private static final List<Channel> ORDER = List.of(Channel.STABLE, Channel.BETA, Channel.NIGHTLY);

    private static final Comparator<Channel> BY_STABILITY = Comparator.<Channel>comparingInt(
                    channel -> ORDER.contains(channel) ? ORDER.indexOf(channel) : ORDER.size())
            .thenComparing(Channel::value);

    private final Manifest manifest;
    private final Map<Channel, Release> channels = new TreeMap<>(BY_STABILITY);

    Offer(Manifest manifest) {
        this.manifest = manifest;
        manifest.latest()
                .keySet()
                .forEach(channel -> offered(channel).ifPresent(release -> channels.put(channel, release)));
    }

    private Optional<Release> offered(Channel channel) {
        return ChannelVersions.of(manifest, List.of(channel)).stream()
                .flatMap(version -> manifest.release(version).stream())
                .filter(release -> release.withdrawn().isEmpty())
                .findFirst();
    }

    /** The release of each channel that has one, the most stable channel first. */
    Map<Channel, Release> channels() {
        return channels;
    }

    /** The release of the most stable channel. */
    Optional<Release> newest() {
        return channels.values().stream().findFirst();
    }

    /** The channels that offer a release. */
    List<Channel> channelsOf(Release release) {
        return channels.keySet().stream()
                .filter(channel -> channels.get(channel).equals(release))
                .toList();
    }

    /** The platforms of a release, the most common first. */
    static List<Platform> platforms(Release release) {
        return release.platforms().keySet().stream()
                .sorted(Comparator.comparingInt(PlatformName::rank).thenComparing(Platform::value))
                .toList();
    }
}
