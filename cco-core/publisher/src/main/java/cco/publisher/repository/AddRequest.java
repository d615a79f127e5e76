package cco.publisher.repository;

import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import java.util.Optional;
import java.util.Set;

/**
 * What {@link ReleaseRepository#add} is asked to publish.
 *
 * @param channels that are to name the version, unless they name a higher one; none means the one that the version's
 *     form tells: {@code nightly} for pre-releases called so, {@code beta} for other pre-releases, {@code stable} for
 *     the rest
 * @param baseUrl where the repository will be served, if the manifest is to hold absolute addresses
 */
public record AddRequest(
        AppName app,
        Version version,
        Build build,
        ReleaseInfo announcement,
        Set<Channel> channels,
        Optional<String> baseUrl) {

    private static final Channel BETA = new Channel("beta");
    private static final Channel NIGHTLY = new Channel("nightly");

    public AddRequest {
        channels = channels.isEmpty() ? Set.of(usualChannel(version)) : Set.copyOf(channels);
    }

    /** A build with no wishes but the usual ones. */
    public static AddRequest usual(AppName app, Version version, Build build, ReleaseInfo announcement) {
        return new AddRequest(app, version, build, announcement, Set.of(), Optional.empty());
    }

    private static Channel usualChannel(Version version) {
        if (!version.isPrerelease()) {
            return Channel.STABLE;
        }
        String core = version.toString().split("\\+", 2)[0];
        return core.split("-", 2)[1].startsWith(NIGHTLY.value()) ? NIGHTLY : BETA;
    }
}
