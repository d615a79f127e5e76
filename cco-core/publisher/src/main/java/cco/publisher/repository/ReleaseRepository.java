package cco.publisher.repository;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.FileListReader;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.Channel;
import cco.core.model.FileEntry;
import cco.core.model.Platform;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.publisher.pack.ArchiveName;
import cco.publisher.pack.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A folder of static files that any web server can serve:
 *
 * <pre>
 * version-manifest.json
 * v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz         and one for each further platform
 * v1.2.0/hello-v1.2.0-linux-x86_64.files.json     what is in it
 * checksums/v1.2.0.sha256                         cd v1.2.0 &amp;&amp; sha256sum -c ../checksums/v1.2.0.sha256
 * </pre>
 *
 * <p>A published archive is never changed or replaced. The manifest is written last and by the rules of those who read
 * it. It signs nothing.
 */
public final class ReleaseRepository {

    /** The manifest's path in the repository. */
    public static final String MANIFEST = "version-manifest.json";

    private static final Pattern BASE_URL = Pattern.compile("https?://[^/?#\\s]+(/[^?#\\s]*)?");
    private static final String CHECKSUMS = "checksums.sha256";

    private final Path directory;
    private final ArchiveLister lister;

    /**
     * A repository that is there, or will be created by the first {@link #add}.
     *
     * @param lister looks into what is added
     */
    public ReleaseRepository(Path directory, ArchiveLister lister) {
        this.directory = directory.toAbsolutePath();
        this.lister = lister;
    }

    /**
     * Publishes a build. Adding the same build again changes nothing and succeeds; after a crash it completes what is
     * missing.
     *
     * @throws UsageException if the version is published with another content for this platform, if the repository is
     *     another app's, or if the request or the archive does not fit together
     * @throws cco.core.error.SourceException if the repository's manifest cannot be read
     * @throws cco.core.error.BusyException if another process is publishing here
     * @throws StorageException if the repository cannot be written; nothing was published
     */
    public AddResult add(AddRequest request) throws CcoException {
        requireSensible(request);
        try (PublishWorkspace work = PublishWorkspace.open(directory)) {
            return publish(request, work);
        } catch (IOException e) {
            throw new StorageException(
                    "cannot publish in " + directory + ": " + IoReason.of(e),
                    "check the folder's space and permissions",
                    e);
        }
    }

    private static void requireSensible(AddRequest request) throws UsageException {
        Build build = request.build();
        if (!Files.isRegularFile(build.archive())) {
            throw new UsageException(build.archive() + " is no file", "name an archive, or pack a folder first");
        }
        for (Channel channel : request.channels()) {
            requireMayName(channel, request.version());
        }
        String base = request.baseUrl().orElse("https://host");
        if (!BASE_URL.matcher(base).matches()) {
            throw new UsageException("not a base url: " + base, "give one such as https://releases.example.com/hello");
        }
    }

    static void requireMayName(Channel channel, Version version) throws UsageException {
        if (version.isPrerelease() && channel.equals(Channel.STABLE)) {
            throw new UsageException(
                    version + " is a pre-release, which the channel stable must not name", "name another channel");
        }
    }

    static void requireAllowed(Release release) throws UsageException {
        if (release.withdrawn().isPresent()) {
            throw new UsageException(
                    release.version() + " is withdrawn: " + release.withdrawn().get(),
                    "name another version, or allow it again with cco release withdraw --undo");
        }
    }

    private AddResult publish(AddRequest request, PublishWorkspace work) throws CcoException, IOException {
        UntrustedBytes published = published();
        ManifestEditor tree = ManifestEditor.of(published, request.app());
        if (!tree.published().app().equals(request.app())) {
            throw new UsageException(
                    directory + " holds releases of " + tree.published().app() + ", not of " + request.app(),
                    "name another repository");
        }
        Optional<Release> earlier = tree.published().release(request.version());
        if (earlier.isPresent()) {
            requireAllowed(earlier.get());
        }
        Platform platform = request.build().platform();
        Archive archive = compose(request, work);
        requireUnchanged(tree.published(), request, archive);
        tree.announce(request.version(), request.announcement());
        String base = request.baseUrl()
                .map(url -> url.endsWith("/") ? url : url + "/")
                .orElse("");
        tree.add(request.version(), platform, archive, base);
        channels(request).stream()
                .filter(channel -> isForward(tree.published(), channel, request.version()))
                .forEach(channel -> tree.point(channel, request.version()));

        byte[] text = tree.isChanged() ? tree.text() : published.bytes();
        Manifest manifest = ManifestReader.read(new UntrustedBytes(MANIFEST, text), request.app());
        moveIntoPlace(request, manifest, text, work);
        Map<Channel, Version> now = new LinkedHashMap<>();
        channels(request).forEach(channel -> now.put(channel, manifest.latest().get(channel)));
        Archive result =
                manifest.release(request.version()).orElseThrow().platforms().get(platform);
        return new AddResult(result, tree.isChanged(), manifest.serial().orElse(0), now);
    }

    private UntrustedBytes published() throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        byte[] bytes = Files.exists(manifest) ? Files.readAllBytes(manifest) : ManifestEditor.EMPTY;
        return new UntrustedBytes(manifest.toString(), bytes);
    }

    /** Copies the archive into the workspace and lists its content; from then on only the copy counts. */
    private Archive compose(AddRequest request, PublishWorkspace work) throws CcoException, IOException {
        Build build = request.build();
        ArchiveName name = ArchiveName.of(request.app(), request.version(), build.platform());
        String folder = "v" + request.version() + "/";
        Sha256 sha256 = work.copy(build.archive(), name.archive());
        List<FileEntry> files = lister.list(work.resolve(name.archive()), name.archive());
        requireExecutable(files, build);

        byte[] text = FileListText.of(request, files);
        RepositoryFile listed = new RepositoryFile(folder + name.fileList(), Sha256.of(text), text.length);
        FileListReader.read(
                new UntrustedBytes(name.fileList(), text), listed, request.app(), request.version(), build.platform());
        work.write(name.fileList(), text);
        long size = Files.size(work.resolve(name.archive()));
        return new Archive(new RepositoryFile(folder + name.archive(), sha256, size), Optional.of(listed));
    }

    /** On Windows it is the file's extension that makes it executable. */
    private static void requireExecutable(List<FileEntry> files, Build build) throws UsageException {
        boolean runs = files.stream()
                .filter(file -> file.path().equals(build.executable()))
                .anyMatch(file -> file.executable() || build.platform().isWindows());
        if (!runs) {
            throw new UsageException(
                    build.archive() + " has no executable file \"" + build.executable() + "\"",
                    "name the program's path below the archive's top-level folder, and check its mode");
        }
    }

    private static void requireUnchanged(Manifest published, AddRequest request, Archive archive)
            throws UsageException {
        Optional<Archive> earlier = published
                .release(request.version())
                .map(release -> release.platforms().get(request.build().platform()));
        if (earlier.isEmpty()) {
            return;
        }
        Optional<Sha256> list = earlier.get().list().map(RepositoryFile::sha256);
        if (!earlier.get().file().sha256().equals(archive.file().sha256())
                || list.isPresent() && !list.equals(archive.list().map(RepositoryFile::sha256))) {
            throw new UsageException(
                    earlier.get().file().path() + " is already published with another content",
                    "published versions never change: publish the new build as a new version");
        }
    }

    private static List<Channel> channels(AddRequest request) {
        return request.channels().stream()
                .sorted(Comparator.comparing(Channel::value))
                .toList();
    }

    private static boolean isForward(Manifest published, Channel channel, Version version) {
        Version current = published.latest().get(channel);
        return current == null || version.compareTo(current) > 0;
    }

    /** The manifest comes last: before it is there, nobody knows of the other files. */
    private static void moveIntoPlace(AddRequest request, Manifest manifest, byte[] text, PublishWorkspace work)
            throws IOException {
        Release release = manifest.release(request.version()).orElseThrow();
        ArchiveName name =
                ArchiveName.of(request.app(), request.version(), request.build().platform());
        Archive archive = release.platforms().get(request.build().platform());
        work.publish(name.fileList(), archive.list().orElseThrow().path());
        work.publish(name.archive(), archive.file().path());
        work.write(CHECKSUMS, checksums(release));
        work.publish(CHECKSUMS, "checksums/v" + release.version() + ".sha256");
        work.write(MANIFEST, text);
        work.publish(MANIFEST, MANIFEST);
    }

    /** In the form of sha256sum, names as seen from the version's folder. */
    private static byte[] checksums(Release release) {
        SortedMap<String, Sha256> digests = new TreeMap<>();
        for (Archive archive : release.platforms().values()) {
            digests.put(archive.file().path(), archive.file().sha256());
            archive.list().ifPresent(list -> digests.put(list.path(), list.sha256()));
        }
        String folder = "v" + release.version() + "/";
        StringBuilder lines = new StringBuilder();
        digests.forEach((path, sha256) -> lines.append(sha256)
                .append("  ")
                .append(path.startsWith(folder) ? path.substring(folder.length()) : "../" + path)
                .append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
