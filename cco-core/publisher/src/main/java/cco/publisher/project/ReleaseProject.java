package cco.publisher.project;

import cco.core.error.UsageException;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.publisher.repository.AppDetails;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a {@code release.toml}. Its paths are absolute.
 *
 * @param file the file itself
 * @param repository the folder of the release repository, which may not exist yet
 * @param address what users type after {@code --from}
 * @param usualChannel the channel of versions that are not pre-releases
 * @param changelog the file whose section about a version becomes its release notes
 * @param notes the address of a version's release notes
 * @param keys the folder of the keys; empty for the usual one
 * @param programs the program in each build, and its health check
 * @param smokeArguments how a client starts a new version once; empty if it must not
 * @param details the description for packages and the download page; empty without {@code [about]}, or if the
 *     address is a folder
 * @param platforms the build of each platform, in the order of the file; relative to the file's folder
 * @param ccoAddress the release repository that the install scripts take cco from; empty for cco's own
 * @param ccoRoot the root of the keys that sign cco's releases; empty for the one that this cco has
 * @param destinations the places to upload to, in their order
 */
public record ReleaseProject(
        Path file,
        AppName app,
        Path repository,
        RepositoryAddress address,
        Channel usualChannel,
        Optional<Path> changelog,
        Optional<VersionTemplate> notes,
        Optional<Path> keys,
        Programs programs,
        List<String> smokeArguments,
        Optional<AppDetails> details,
        Map<Platform, VersionTemplate> platforms,
        Optional<RepositoryAddress> ccoAddress,
        Optional<Path> ccoRoot,
        List<Destination> destinations) {

    /** The name of the file. */
    public static final String FILE_NAME = "release.toml";

    /** Copies the collections. */
    public ReleaseProject {
        smokeArguments = List.copyOf(smokeArguments);
        platforms = Collections.unmodifiableMap(new LinkedHashMap<>(platforms));
        destinations = List.copyOf(destinations);
    }

    /**
     * Reads a {@code release.toml}.
     *
     * @throws UsageException naming file and line, if it cannot be read, a key is unknown, missing or invalid
     */
    public static ReleaseProject read(Path file) throws UsageException {
        return new ReleaseProjectReader(ProjectDocument.read(file)).read();
    }

    /** The build of a version, which may not exist. */
    public Path build(Version version, Platform platform) {
        return folder().resolve(platforms.get(platform).of(version, platform)).normalize();
    }

    /** The folder of the file, in which relative paths start. */
    public Path folder() {
        return file.getParent();
    }

    /** The channel of a version: a pre-release never goes to {@code stable}. */
    public Channel channel(Version version) {
        boolean unsuitable = version.isPrerelease() && usualChannel.equals(Channel.STABLE);
        return unsuitable ? Channel.of(version) : usualChannel;
    }
}
