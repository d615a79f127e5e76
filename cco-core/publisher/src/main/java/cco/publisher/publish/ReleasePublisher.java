package cco.publisher.publish;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Programs;
import cco.core.model.Version;
import cco.publisher.delta.DeltaPublisher;
import cco.publisher.delta.DeltaResult;
import cco.publisher.pack.Build;
import cco.publisher.pack.PackRequest;
import cco.publisher.pack.ReleaseArchive;
import cco.publisher.project.ReleaseProject;
import cco.publisher.repository.AddRequest;
import cco.publisher.repository.AddResult;
import cco.publisher.repository.ManifestChange;
import cco.publisher.repository.PublishWorkspace;
import cco.publisher.repository.PublishedReleases;
import cco.publisher.repository.ReleaseInfo;
import cco.publisher.repository.ReleaseRepository;
import cco.publisher.site.SiteWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** Publishes a version of a project in a repository. */
public final class ReleasePublisher {

    private final ReleaseProject project;
    private final Path repository;

    /**
     * A publisher.
     *
     * @param repository the repository, which may be a copy of the project's
     */
    public ReleasePublisher(ReleaseProject project, Path repository) {
        this.project = project;
        this.repository = repository;
    }

    /**
     * Adds the builds of all platforms, with the release notes. If one build is missing or does not start here, none
     * is added.
     *
     * @param announcement what to say about the version; its notes come from the project
     * @param work an empty folder for archives; the caller deletes it
     * @return the result of each platform
     * @throws UsageException if a build or the section of the changelog is missing, or differs from what was published
     * @throws StorageException if the repository cannot be written
     */
    public Map<Platform, AddResult> add(Version version, ReleaseInfo announcement, Path work) throws CcoException {
        requireBuilds(version);
        ReleaseNotes notes = ReleaseNotes.of(project, version);
        ReleaseInfo info =
                new ReleaseInfo(announcement.date(), notes.address(), announcement.breaking(), announcement.critical());
        List<AddRequest> requests = new ArrayList<>();
        for (Platform platform : project.platforms().keySet()) {
            requests.add(request(version, platform, info, work));
        }
        if (notes.text().isPresent()) {
            write("v" + version + "/" + ReleaseNotes.FILE_NAME, notes.text().get());
        }
        List<AddResult> results = new ReleaseRepository(repository).addAll(requests);
        Map<Platform, AddResult> added = new LinkedHashMap<>();
        for (int i = 0; i < results.size(); i++) {
            added.put(requests.get(i).build().platform(), results.get(i));
        }
        return added;
    }

    /**
     * Offers the version to a share of the users of its channel.
     *
     * @param percent from 0 to 100
     * @throws UsageException if the channel does not point at the version
     */
    public ManifestChange rollOut(Version version, int percent) throws CcoException {
        PublishedReleases releases = new PublishedReleases(repository);
        Channel channel = project.channel(version);
        Version current = releases.manifest().latest().get(channel);
        if (!version.equals(current)) {
            throw new UsageException(
                    channel + " points at " + current + ", not at " + version,
                    "use `cco release promote` to offer another version than the newest");
        }
        return releases.promote(version, channel, OptionalInt.of(percent));
    }

    private void requireBuilds(Version version) throws UsageException {
        if (project.platforms().isEmpty()) {
            throw new UsageException(
                    project.file() + " names no platform", "add the table [platforms]; see `cco help release.toml`");
        }
        for (Platform platform : project.platforms().keySet()) {
            Path build = project.build(version, platform);
            if (!Files.exists(build)) {
                throw new UsageException(
                        "there is no build of " + version + " for " + platform + ": " + build,
                        "build it, or correct platforms." + platform + " in " + project.file());
            }
        }
    }

    private AddRequest request(Version version, Platform platform, ReleaseInfo info, Path work) throws CcoException {
        Programs programs = project.programs();
        PackRequest packing = new PackRequest(
                project.app(), version, platform, project.build(version, platform), programs, PackRequest.EARLIEST);
        ReleaseArchive archives = new ReleaseArchive(folder(work, platform));
        Path archive = archives.of(packing);
        Build build = new Build(platform, archive, programs, project.smokeArguments());
        if (!build.smokeArguments().isEmpty() && platform.equals(Platform.current())) {
            archives.requireStarts(packing, archive, build.smokeArguments());
        }
        return new AddRequest(project.app(), version, build, info, Set.of(project.channel(version)), Optional.empty());
    }

    private static Path folder(Path work, Platform platform) throws StorageException {
        try {
            Path folder = work.resolve(platform.value());
            DurableFiles.createDirectories(folder);
            return folder;
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot write " + work, e), "check its free space", e);
        }
    }

    private void write(String path, String text) throws CcoException {
        try (PublishWorkspace workspace = PublishWorkspace.open(repository)) {
            workspace.write(ReleaseNotes.FILE_NAME, text.getBytes(StandardCharsets.UTF_8));
            workspace.publish(ReleaseNotes.FILE_NAME, path);
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write " + path + " in " + repository, e),
                    "check its free space and permissions",
                    e);
        }
    }

    /**
     * Writes the download page and the guides, if the project describes itself; a file {@code LICENSE} beside it is
     * copied.
     *
     * @throws CcoException if they cannot be written
     */
    public void writePages() throws CcoException {
        if (project.details().isPresent()) {
            Optional<Path> license =
                    Optional.of(project.folder().resolve("LICENSE")).filter(Files::isRegularFile);
            new SiteWriter(repository).write(project.details().get(), license);
        }
    }

    /**
     * Adds smaller archives for the clients that know them.
     *
     * @throws CcoException if a file cannot be read or written
     */
    public List<CompressedArchive> compress(Version version) throws CcoException {
        return new ArchiveCompressor(repository).compress(version);
    }

    /**
     * Adds deltas from the newest versions whose archives are in the repository.
     *
     * @throws CcoException if a file cannot be read or written
     */
    public List<DeltaResult> addDeltas(Version version) throws CcoException {
        return new DeltaPublisher(repository).publishFromPresent(version);
    }
}
