package cco.publisher.repository;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Version;
import cco.publisher.pack.Build;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    private static final Pattern BASE_URL = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");

    public AddRequest {
        channels = channels.isEmpty() ? Set.of(Channel.of(version)) : Set.copyOf(channels);
    }

    /** A build for the usual channel, with relative addresses. */
    public static AddRequest usual(AppName app, Version version, Build build, ReleaseInfo announcement) {
        return new AddRequest(app, version, build, announcement, Set.of(), Optional.empty());
    }

    void requireSensible() throws UsageException {
        if (!Files.isRegularFile(build.archive())) {
            throw new UsageException(build.archive() + " is not a file", "name an archive, or pack a folder first");
        }
        if (!Files.isReadable(build.archive())) {
            throw new UsageException("cannot read " + build.archive() + ": no permission", "check its permissions");
        }
        KnownPlatforms.require(build.platform());
        for (Channel channel : channels) {
            ReleaseRepository.requireMayName(channel, version);
        }
        String base = baseUrl.orElse("https://host");
        if (!BASE_URL.matcher(base).matches()) {
            throw new UsageException("not a base URL: " + base, "use one such as https://releases.example.com/hello");
        }
    }
}
