package cco.publisher.delta;

import cco.core.archive.CheckedFolder;
import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.delta.BaseVersion;
import cco.core.delta.DeltaApplier;
import cco.core.delta.DeltaException;
import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Platform;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.publisher.pack.ArchiveName;
import cco.publisher.repository.PublishedReleases;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes deltas to a published version and adds them to its repository. Each is applied first, with the client's own
 * code, and published only if it yields the version and saves at least two fifths of the download.
 */
public final class DeltaPublisher {

    /** How many older versions get a delta unless the publisher names some: clients rarely miss more. */
    public static final int DEFAULT_COUNT = 5;

    private static final int MAX_PERCENT = 60;

    private final Path repository;
    private final PublishedReleases releases;

    /** Creates a publisher for the repository in a folder. */
    public DeltaPublisher(Path repository) {
        this.repository = repository.toAbsolutePath();
        this.releases = new PublishedReleases(repository);
    }

    /**
     * Publishes deltas for all platforms of a version.
     *
     * @param from the versions that users have; empty for the newest five below {@code to}
     * @throws UsageException if a version or its archive is not in the repository
     * @throws StorageException if a file cannot be read or written
     */
    public List<DeltaResult> publish(Version to, Set<Version> from) throws CcoException {
        Manifest manifest = releases.manifest();
        Release target = PublishedReleases.release(manifest, to);
        List<DeltaResult> results = new ArrayList<>();
        for (Platform platform : target.platforms().keySet()) {
            List<Release> bases = new ArrayList<>();
            for (Version version : from.isEmpty() ? recent(manifest, to, platform) : from) {
                Release base = PublishedReleases.release(manifest, version);
                if (base.platforms().containsKey(platform)) {
                    bases.add(base);
                }
            }
            results.addAll(publish(manifest, bases, target, platform));
        }
        return results;
    }

    /**
     * Publishes deltas from the newest five versions below {@code to} whose archives are in the folder of the
     * repository, which may hold only a part of them.
     *
     * @throws CcoException as {@link #publish(Version, Set)}
     */
    public List<DeltaResult> publishFromPresent(Version to) throws CcoException {
        Manifest manifest = releases.manifest();
        Release target = PublishedReleases.release(manifest, to);
        List<DeltaResult> results = new ArrayList<>();
        for (Platform platform : target.platforms().keySet()) {
            List<Release> bases = new ArrayList<>();
            for (Version version : recent(manifest, to, platform)) {
                Release base = PublishedReleases.release(manifest, version);
                if (isPresent(base, platform) && isPresent(target, platform)) {
                    bases.add(base);
                }
            }
            results.addAll(publish(manifest, bases, target, platform));
        }
        return results;
    }

    private boolean isPresent(Release release, Platform platform) {
        Archive archive = release.platforms().get(platform);
        return archive.list().isPresent()
                && Files.isRegularFile(repository.resolve(archive.file().path()));
    }

    private static List<Version> recent(Manifest manifest, Version to, Platform platform) {
        return manifest.versions().headMap(to).reversed().values().stream()
                .filter(release ->
                        release.withdrawn().isEmpty() && release.platforms().containsKey(platform))
                .map(Release::version)
                .limit(DEFAULT_COUNT)
                .toList();
    }

    private List<DeltaResult> publish(Manifest manifest, List<Release> bases, Release target, Platform platform)
            throws CcoException {
        Archive archive = target.platforms().get(platform);
        List<DeltaResult> results = new ArrayList<>();
        List<Release> missing = new ArrayList<>();
        for (Release base : bases) {
            archive.deltaFrom(base.version())
                    .map(delta ->
                            result(base, platform, archive, delta.file().size(), DeltaResult.State.ALREADY_PUBLISHED))
                    .ifPresentOrElse(results::add, () -> missing.add(base));
        }
        if (!missing.isEmpty()) {
            results.addAll(make(manifest, missing, target, platform));
        }
        return results;
    }

    private static DeltaResult result(
            Release base, Platform platform, Archive archive, long size, DeltaResult.State state) {
        return new DeltaResult(base.version(), platform, size, archive.file().size(), state);
    }

    /** Unpacks the target once for all older versions. */
    private List<DeltaResult> make(Manifest manifest, List<Release> bases, Release target, Platform platform)
            throws CcoException {
        Archive archive = target.platforms().get(platform);
        List<DeltaResult> results = new ArrayList<>();
        try {
            Path work = Files.createTempDirectory("cco-delta-");
            try {
                VersionFolder to = unpack(archive, work.resolve("to"));
                for (Release base : bases) {
                    Optional<byte[]> delta = make(base.platforms().get(platform), to, work.resolve("one"));
                    long size = delta.map(bytes -> (long) bytes.length)
                            .orElse(archive.file().size());
                    boolean small = size <= archive.file().size() * MAX_PERCENT / 100;
                    if (small) {
                        String name = ArchiveName.of(manifest.app(), target.version(), platform)
                                .delta(base.version());
                        releases.addDelta(target.version(), platform, base.version(), name, delta.orElseThrow());
                    }
                    DeltaResult.State state = small ? DeltaResult.State.PUBLISHED : DeltaResult.State.TOO_LARGE;
                    results.add(result(base, platform, archive, size, state));
                }
            } finally {
                DurableFiles.deleteTree(work);
            }
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot compare the versions", e), "check the space of the temporary folder", e);
        }
        return results;
    }

    /** Makes a delta in a new folder, which it deletes; nothing if the versions differ too much. */
    private Optional<byte[]> make(Archive base, VersionFolder to, Path work) throws CcoException, IOException {
        try {
            VersionFolder from = unpack(base, work.resolve("from"));
            byte[] delta = new DeltaMaker(from, to).make();
            requireApplies(delta, from, to, work);
            return Optional.of(delta);
        } catch (OversizedDeltaException e) {
            return Optional.empty();
        } finally {
            DurableFiles.deleteTree(work);
        }
    }

    private VersionFolder unpack(Archive archive, Path folder) throws CcoException, IOException {
        Path file = repository.resolve(archive.file().path());
        if (!Files.isRegularFile(file) || archive.list().isEmpty()) {
            throw new UsageException(
                    file + " is not in this repository, or has no file list",
                    "make deltas where the archives of both versions are, and add them with `cco release add`");
        }
        String name = file.getFileName().toString();
        return VersionFolder.read(
                folder, new Unpacker(UnpackLimits.DEFAULT).unpack(file, name, folder, ProgressListener.NONE));
    }

    /** The client's own code makes the version once, so that a mistake of ours is never published. */
    private static void requireApplies(byte[] delta, VersionFolder from, VersionFolder to, Path work)
            throws IOException {
        Path file = work.resolve("delta");
        DurableFiles.create(file, new ByteArrayInputStream(delta));
        try {
            CheckedFolder result = new CheckedFolder(work.resolve("result"), UnpackLimits.DEFAULT);
            new DeltaApplier(new BaseVersion(from.root(), from.files()), to.files(), result).apply(file);
        } catch (DeltaException e) {
            throw new AssertionError("a delta does not yield the version that it was made from", e);
        }
    }
}
