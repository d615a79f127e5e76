package cco.publisher.packaging;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.FileList;
import cco.core.manifest.FileListReader;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.UntrustedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The builds of a published version, read from the repository. */
final class PublishedBuilds {

    private final TreeMap<String, PublishedBuild> builds = new TreeMap<>();

    private PublishedBuilds() {}

    /**
     * Reads the file lists of a version.
     *
     * @throws UsageException if the repository does not contain the files of the version
     */
    static PublishedBuilds read(Path repository, PackageInfo info) throws CcoException {
        PublishedBuilds result = new PublishedBuilds();
        for (var entry : info.release().platforms().entrySet()) {
            Platform platform = entry.getKey();
            result.builds.put(platform.value(), build(repository, info, platform, entry.getValue()));
        }
        return result;
    }

    /** The build for a platform. */
    Optional<PublishedBuild> on(String platform) {
        return Optional.ofNullable(builds.get(platform));
    }

    /** Any build that is not for Windows. */
    Optional<PublishedBuild> any() {
        return builds.values().stream()
                .filter(build -> !build.platform().isWindows())
                .findFirst();
    }

    /** The builds for Linux. */
    List<PublishedBuild> linux() {
        return Stream.of("linux-x86_64", "linux-aarch64")
                .flatMap(platform -> on(platform).stream())
                .toList();
    }

    private static PublishedBuild build(Path repository, PackageInfo info, Platform platform, Archive archive)
            throws CcoException {
        Path file = repository.resolve(archive.file().path());
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "the repository lacks " + archive.file().path(), "copy the archives of the version to it");
        }
        FileList list = list(repository, info, platform, archive);
        return new PublishedBuild(platform, file, archive.file(), top(file, platform), program(list));
    }

    private static FileList list(Path repository, PackageInfo info, Platform platform, Archive archive)
            throws CcoException {
        RepositoryFile promised = archive.list()
                .orElseThrow(() -> new UsageException(
                        archive.file().path() + " has no file list", "publish the version with `cco release add`"));
        Path file = repository.resolve(promised.path());
        try {
            UntrustedBytes document = new UntrustedBytes(promised.path(), Files.readAllBytes(file));
            return FileListReader.read(document, promised, info.app(), info.version(), platform);
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot read " + file, e), "check the file", e);
        }
    }

    /** The top-level folder of a zip file, whose name a publisher may have chosen. Others are unpacked without it. */
    private static String top(Path file, Platform platform) throws CcoException {
        if (!platform.isWindows()) {
            return "";
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            String first = zip.stream().findFirst().map(ZipEntry::getName).orElse("");
            return first.contains("/") ? first.substring(0, first.indexOf('/')) : "";
        } catch (IOException e) {
            throw new StorageException(IoReason.explain("cannot read " + file, e), "check the file", e);
        }
    }

    /** On Windows, the list names the program with or without its extension. */
    private static String program(FileList list) {
        Set<String> paths = list.files().stream().map(FileEntry::path).collect(Collectors.toSet());
        return Stream.of("", ".exe", ".cmd")
                .map(extension -> list.programs().executable() + extension)
                .filter(paths::contains)
                .findFirst()
                .orElse(list.programs().executable());
    }
}
