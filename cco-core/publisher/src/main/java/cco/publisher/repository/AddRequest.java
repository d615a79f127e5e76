package cco.publisher.repository;

import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import java.util.Optional;
import java.util.Set;

/**
 * A build to publish.
 *
 * @param channels the channels of the version; none means {@linkplain Channel#of the usual one}
 * @param baseUrl the address of the repository, if the manifest is to contain absolute addresses
 */
public record AddRequest(
        AppName app,
        Version version,
        Build build,
        ReleaseInfo announcement,
        Set<Channel> channels,
        Optional<String> baseUrl) {

    public AddRequest {
        channels = channels.isEmpty() ? Set.of(Channel.of(version)) : Set.copyOf(channels);
    }

    /** A build for the usual channel, with relative addresses. */
    public static AddRequest usual(AppName app, Version version, Build build, ReleaseInfo announcement) {
        return new AddRequest(app, version, build, announcement, Set.of(), Optional.empty());
    }
}
