package cco.publisher.site;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.publisher.repository.AppDetails;
import cco.publisher.repository.PublishWorkspace;
import cco.publisher.repository.PublishedReleases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the files of a repository that people read. Clients read none of them, so they need no signature. */
public final class SiteWriter {

    private final Path repository;

    /** A writer for a release repository. */
    public SiteWriter(Path repository) {
        this.repository = repository.toAbsolutePath();
    }

    /**
     * Writes the page, the README, the guides and the license again. A file that does not change is not touched.
     *
     * @param license the license file of the project, if it has one
     * @return the paths of the files in the repository
     * @throws UsageException if the folder is not a release repository of this app, or the license cannot be read
     * @throws cco.core.error.BusyException if another process is publishing here
     * @throws StorageException if the repository cannot be written
     */
    public List<String> write(AppDetails app, Optional<Path> license) throws CcoException {
        Manifest manifest = new PublishedReleases(repository).manifest();
        if (!manifest.app().equals(app.app())) {
            throw new UsageException(
                    repository + " holds releases of " + manifest.app() + ", not of " + app.app(),
                    "use the repository of " + app.app());
        }
        Optional<byte[]> copied = license.isEmpty() ? Optional.empty() : Optional.of(read(license.get()));
        try (PublishWorkspace work = PublishWorkspace.open(repository)) {
            Map<String, byte[]> files = files(app, manifest);
            copied.ifPresent(text -> files.put("LICENSE", text));
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                work.write(name, file.getValue());
                work.publish(name, file.getKey());
            }
            return List.copyOf(files.keySet());
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write the site in " + repository, e),
                    "check the free space and the permissions there",
                    e);
        }
    }

    private Map<String, byte[]> files(AppDetails app, Manifest manifest) throws IOException {
        RepositoryContents contents = RepositoryContents.of(repository);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("index.html", bytes(new DownloadPage(app, manifest, contents).html()));
        new Guides(app, manifest, contents).texts().forEach((path, text) -> files.put(path, bytes(text)));
        return files;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] read(Path license) throws UsageException {
        try {
            return Files.readAllBytes(license);
        } catch (IOException e) {
            throw new UsageException(
                    IoReason.explain("cannot read " + license, e), "check the path of the license file", e);
        }
    }
}
