package cco.publisher.bootstrap;

import cco.core.error.CcoException;
import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Sha256;
import cco.publisher.repository.PublishedReleases;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A verified archive of cco for one platform, with which an install script starts.
 *
 * @param platform the platform that it runs on
 * @param location its path in the release repository, or an https address
 * @param sha256 its digest
 * @param size its size in bytes
 */
public record CcoBundle(Platform platform, String location, Sha256 sha256, long size) {

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
                .map(entry -> new CcoBundle(
                        entry.getKey(),
                        entry.getValue().file().path(),
                        entry.getValue().file().sha256(),
                        entry.getValue().file().size()))
                .toList();
    }
}
