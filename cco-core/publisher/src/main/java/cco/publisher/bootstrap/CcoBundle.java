package cco.publisher.bootstrap;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.publisher.repository.PublishedReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A verified archive of cco for one platform, with which an install script starts.
 *
 * @param platform the platform that it runs on
 * @param archive the archive
 * @param alternate the same archive, compressed with xz, for machines that have xz
 */
public record CcoBundle(Platform platform, BundleFile archive, Optional<BundleFile> alternate) {

    /**
     * A file that an install script downloads.
     *
     * @param location its path in the release repository, or an https address
     * @param sha256 its digest
     * @param size its size in bytes
     */
    public record BundleFile(String location, Sha256 sha256, long size) {}

    /** The bundle for a platform, whose files have these locations. */
    public static CcoBundle of(Platform platform, Archive archive, Function<RepositoryFile, String> location) {
        return new CcoBundle(
                platform,
                download(archive.file(), location),
                archive.smallerAlternate().map(file -> download(file, location)));
    }

    private static BundleFile download(RepositoryFile file, Function<RepositoryFile, String> location) {
        return new BundleFile(location.apply(file), file.sha256(), file.size());
    }

    /**
     * The bundles of cco's own repository: the newest stable release.
     *
     * @param repository the folder of cco's repository
     * @throws CcoException if it has no stable release
     */
    public static List<CcoBundle> ofRepository(Path repository) throws CcoException {
        Manifest manifest = new PublishedReleases(repository).manifest();
        Optional<Release> newest =
                Optional.ofNullable(manifest.latest().get(Channel.STABLE)).flatMap(manifest::release);
        if (newest.isEmpty()) {
            throw new UsageException(
                    repository + " has no stable release of " + manifest.app(),
                    "publish one with `cco release add`, then try again");
        }
        return newest.get().platforms().entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), RepositoryFile::path))
                .toList();
    }
}
