package cco.publisher.packaging;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.manifest.Release;
import cco.core.model.Version;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.PublishedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes packages of a published version. Each format has a folder of its own in the output folder. */
public final class Packages {

    private final Path repository;

    /** Packages of the versions in a release repository. */
    public Packages(Path repository) {
        this.repository = repository.toAbsolutePath();
    }

    /**
     * Makes packages.
     *
     * @param formats the formats; those without a build for their system give no file
     * @return the packages, manifests and folders
     * @throws UsageException if the version is not published or is withdrawn, its archives are missing, a detail of the
     *     app is missing, or a tool is missing
     * @throws StorageException if the output folder cannot be written
     */
    public List<Path> make(AppDetails details, Version version, Set<PackageFormat> formats, Path output)
            throws CcoException {
        PackageInfo info = PackageInfo.of(details, release(version));
        PublishedBuilds builds = PublishedBuilds.read(repository, info);
        Path folder = output.toAbsolutePath();
        List<Path> made = new ArrayList<>();
        try {
            for (PackageFormat format : PackageFormat.values()) {
                if (formats.contains(format)) {
                    made.addAll(make(format, info, builds, folder.resolve(format.word())));
                }
            }
            return made;
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write packages to " + folder, e),
                    "check the free space and the permissions there",
                    e);
        }
    }

    private Release release(Version version) throws CcoException {
        Manifest manifest = new PublishedReleases(repository).manifest();
        Release release = manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "there is no version " + version + " of " + manifest.app() + " in this repository",
                        "use a version from version-manifest.json"));
        if (release.withdrawn().isPresent()) {
            throw new UsageException(
                    version + " is withdrawn: " + release.withdrawn().get(), "use another version");
        }
        return release;
    }

    private static List<Path> make(PackageFormat format, PackageInfo info, PublishedBuilds builds, Path folder)
            throws CcoException, IOException {
        return switch (format) {
            case HOMEBREW -> write(folder, one(info.app() + ".rb", HomebrewFormula.of(info, builds)));
            case SCOOP -> write(folder, one(info.app() + ".json", ScoopManifest.of(info, builds)));
            case WINGET -> write(folder, WinGetManifests.of(info, builds));
            case CHOCOLATEY -> write(folder, ChocolateyPackage.of(info, builds));
            case DEB -> each(builds, folder, (build, work) -> new DebianPackage(info, build).write(folder, work));
            case RPM -> each(builds, folder, (build, work) -> new RpmPackage(info, build).write(folder, work));
            case APPDIR -> each(builds, folder, (build, work) -> new AppDirectory(info, build).write(folder, work));
        };
    }

    private static Map<String, String> one(String name, Optional<String> text) {
        Map<String, String> files = new LinkedHashMap<>();
        text.ifPresent(content -> files.put(name, content));
        return files;
    }

    private static List<Path> write(Path folder, Map<String, String> files) throws IOException {
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> entry : files.entrySet()) {
            Path file = folder.resolve(entry.getKey());
            DurableFiles.createDirectories(file.getParent());
            DurableFiles.write(file, entry.getValue().getBytes(StandardCharsets.UTF_8));
            written.add(file);
        }
        return written;
    }

    /** Makes a package of one build, in an empty working folder. */
    private interface Maker {
        Path make(PublishedBuild build, Path work) throws CcoException, IOException;
    }

    private static List<Path> each(PublishedBuilds builds, Path folder, Maker maker) throws CcoException, IOException {
        List<Path> made = new ArrayList<>();
        for (PublishedBuild build : builds.linux()) {
            Path work = folder.resolve(".work");
            DurableFiles.deleteTree(work);
            DurableFiles.createDirectories(work);
            try {
                made.add(maker.make(build, work));
            } finally {
                DurableFiles.deleteTree(work);
            }
        }
        return made;
    }
}
