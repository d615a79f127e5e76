package cco.publisher.publish;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Version;
import cco.publisher.pack.ArchiveName;
import cco.publisher.pack.XzFile;
import cco.publisher.repository.PublishedReleases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Publishes the .tar.gz archives of a version as .tar.xz files too, which are about a third smaller. Clients that know
 * alternates download these instead. Each is read with the client's own code before it is published.
 */
public final class ArchiveCompressor {

    /** An alternate must save this much, and a tenth of the download. */
    private static final int MIN_SAVING = 1 << 16;

    private final Path repository;
    private final PublishedReleases releases;

    /** Creates a compressor for the repository in a folder. */
    public ArchiveCompressor(Path repository) {
        this.repository = repository.toAbsolutePath();
        this.releases = new PublishedReleases(repository);
    }

    /**
     * Publishes an alternate of each archive that is in the folder of the repository and large enough.
     *
     * @throws UsageException if the version is not in the repository
     * @throws StorageException if a file cannot be read or written
     */
    public List<CompressedArchive> compress(Version version) throws CcoException {
        Manifest manifest = releases.manifest();
        Release release = PublishedReleases.release(manifest, version);
        List<CompressedArchive> results = new ArrayList<>();
        for (Map.Entry<Platform, Archive> platform : release.platforms().entrySet()) {
            Archive archive = platform.getValue();
            if (!archive.alternates().isEmpty()) {
                results.add(result(
                        platform.getKey(),
                        archive,
                        archive.alternates().getFirst().size()));
            } else if (isCompressible(archive)) {
                results.add(compress(ArchiveName.of(manifest.app(), version, platform.getKey()), version, platform));
            }
        }
        return results;
    }

    private boolean isCompressible(Archive archive) {
        RepositoryFile file = archive.file();
        return file.path().endsWith(".tar.gz")
                && file.size() > MIN_SAVING
                && archive.list().isPresent()
                && Files.isRegularFile(repository.resolve(file.path()));
    }

    private CompressedArchive compress(ArchiveName name, Version version, Map.Entry<Platform, Archive> platform)
            throws CcoException {
        try {
            Path work = Files.createTempDirectory("cco-compress-");
            try {
                Path file = work.resolve(name.alternate());
                XzFile.fromGzip(repository.resolve(platform.getValue().file().path()), file, platform.getKey());
                new Unpacker(UnpackLimits.DEFAULT).inspect(file, name.alternate());
                CompressedArchive result = result(platform.getKey(), platform.getValue(), Files.size(file));
                if (result.published()) {
                    releases.addAlternate(version, platform.getKey(), name.alternate(), file);
                }
                return result;
            } finally {
                DurableFiles.deleteTree(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot compress " + name.archive(), e),
                    "check the space of the temporary folder",
                    e);
        }
    }

    private static CompressedArchive result(Platform platform, Archive archive, long size) {
        long before = archive.file().size();
        return new CompressedArchive(platform, size, before, before - size >= Math.max(MIN_SAVING, before / 10));
    }
}
