package cco.core.plan;

import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The versions that a channel offers (docs/formats.md §1). A channel's pointer names its newest version. An older
 * version belongs to the channel if its {@code channels} member says so; without this member, its form decides: {@code
 * nightly} for pre-releases called so, {@code beta} for other pre-releases, {@code stable} for the rest.
 */
public final class ChannelVersions {

    /** From the most stable channel to the least. */
    private static final List<Channel> STABILITY = List.of(Channel.STABLE, Channel.BETA, Channel.NIGHTLY);

    private ChannelVersions() {}

    /**
     * The followed channel and the more stable ones, as far as the repository has them.
     *
     * @param manifest the manifest of the repository
     * @param followed the channel of the installation
     * @param scope whether more stable channels count too
     * @return the followed channel first; empty if the repository has none of them
     */
    public static List<Channel> channels(Manifest manifest, Channel followed, ChannelScope scope) {
        List<Channel> channels = new ArrayList<>(List.of(followed));
        if (scope == ChannelScope.INCLUDE_MORE_STABLE && STABILITY.contains(followed)) {
            channels.addAll(STABILITY.subList(0, STABILITY.indexOf(followed)));
        }
        channels.removeIf(channel -> !manifest.latest().containsKey(channel));
        return channels;
    }

    /**
     * The versions that these channels offer.
     *
     * @param manifest the manifest of the repository, which may not describe all of them
     * @param channels channels of the repository
     * @return the versions, newest first
     */
    public static SortedSet<Version> of(Manifest manifest, List<Channel> channels) {
        SortedSet<Version> versions = new TreeSet<Version>().reversed();
        for (Channel channel : channels) {
            Version newest = manifest.latest().get(channel);
            versions.add(newest);
            manifest.versions().headMap(newest).values().stream()
                    .filter(release -> belongs(release, channel))
                    .map(Release::version)
                    .forEach(versions::add);
        }
        return versions;
    }

    private static boolean belongs(Release release, Channel channel) {
        return release.channels().isPresent()
                ? release.channels().get().contains(channel)
                : Channel.of(release.version()).equals(channel);
    }
}
