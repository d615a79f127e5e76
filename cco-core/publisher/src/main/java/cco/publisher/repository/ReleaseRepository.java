package cco.publisher.repository;

import cco.core.archive.UnpackLimits;
import cco.core.archive.Unpacker;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.FileListReader;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.FileEntry;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import cco.core.stage.ProgramFile;
import cco.publisher.pack.ArchiveName;
import cco.publisher.pack.Build;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A release repository: a folder of static files that any web server can serve.
 *
 * <pre>
 * version-manifest.json
 * v1.2.0/hello-v1.2.0-linux-x86_64.tar.gz         one for each platform
 * v1.2.0/hello-v1.2.0-linux-x86_64.files.json     its file list
 * checksums/v1.2.0.sha256                         cd v1.2.0 &amp;&amp; sha256sum -c ../checksums/v1.2.0.sha256
 * </pre>
 *
 * <p>A published archive never changes. It was read with the code that unpacks it on users' machines. The manifest is
 * written last, and read back before that. Nothing is signed here.
 */
public final class ReleaseRepository {

    /** The path of the manifest in the repository. */
    public static final String MANIFEST = "version-manifest.json";

    static final String CHECKSUMS = "checksums.sha256";

    private final Path directory;
    private final Unpacker unpacker = new Unpacker(UnpackLimits.DEFAULT);

    /** A repository in a folder, which the first {@link #add} creates. */
    public ReleaseRepository(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Publishes a build. Adding the same build again changes nothing; after a crash, it completes what is missing.
     *
     * @throws UsageException if the version is already published with other content for this platform, the repository
     *     belongs to another app, or the request does not match the archive
     * @throws cco.core.error.SourceException if the manifest of the repository cannot be read
     * @throws cco.core.error.BusyException if another process is publishing here
     * @throws StorageException if the repository cannot be written; nothing was published
     */
    public AddResult add(AddRequest request) throws CcoException {
        return addAll(List.of(request)).getFirst();
    }

    /**
     * Publishes several builds of an app. One manifest makes all of them known, so that no client sees a part.
     *
     * @return the result of each request, in their order
     * @throws CcoException as {@link #add}; then none is published
     */
    public List<AddResult> addAll(List<AddRequest> requests) throws CcoException {
        for (AddRequest request : requests) {
            request.requireSensible();
        }
        try (PublishWorkspace work = PublishWorkspace.open(directory)) {
            return publish(requests, work);
        } catch (IOException e) {
            throw unwritable(directory, e);
        }
    }

    /** The error for a repository that cannot be written. */
    static StorageException unwritable(Path directory, IOException e) {
        boolean named = e instanceof FileSystemException failure && failure.getFile() != null;
        String file = named ? ((FileSystemException) e).getFile() : directory.toString();
        return new StorageException(
                "cannot write " + file + ": " + IoReason.brief(e), "check the free space and the permissions there", e);
    }

    static void requireMayName(Channel channel, Version version) throws UsageException {
        if (version.isPrerelease() && channel.equals(Channel.STABLE)) {
            throw new UsageException(
                    version + " is a pre-release, and the channel stable cannot point at one", "use another channel");
        }
    }

    static void requireAllowed(Release release) throws UsageException {
        if (release.withdrawn().isPresent()) {
            throw new UsageException(
                    release.version() + " is withdrawn: " + release.withdrawn().get(),
                    "use another version, or run `cco release withdraw " + release.version() + " --undo`");
        }
    }

    private List<AddResult> publish(List<AddRequest> requests, PublishWorkspace work) throws CcoException, IOException {
        AppName app = requests.getFirst().app();
        UntrustedBytes published = published();
        ManifestEditor editor = ManifestEditor.of(published, app);
        if (!editor.published().app().equals(app)) {
            throw new UsageException(
                    directory + " holds releases of " + editor.published().app() + ", not of " + app,
                    "use another repository");
        }
        Map<Channel, Version> latest = new LinkedHashMap<>(editor.published().latest());
        for (AddRequest request : requests) {
            edit(request, editor, latest, work);
        }
        byte[] text = editor.isChanged() ? editor.text() : published.bytes();
        Manifest manifest = ManifestReader.read(new UntrustedBytes(MANIFEST, text), app);
        for (AddRequest request : requests) {
            moveIntoPlace(request, manifest, work);
        }
        for (Version version :
                requests.stream().map(AddRequest::version).distinct().toList()) {
            work.write(CHECKSUMS, checksums(manifest.release(version).orElseThrow()));
            work.publish(CHECKSUMS, "checksums/v" + version + ".sha256");
        }
        work.write(MANIFEST, text);
        work.publish(MANIFEST, MANIFEST);
        return requests.stream()
                .map(request -> result(request, manifest, editor.isChanged()))
                .toList();
    }

    /** @param latest the channels' pointers, which move here too */
    private void edit(AddRequest request, ManifestEditor editor, Map<Channel, Version> latest, PublishWorkspace work)
            throws CcoException, IOException {
        Version version = request.version();
        Optional<Release> earlier = editor.published().release(version);
        if (earlier.isPresent()) {
            requireAllowed(earlier.get());
        }
        Archive archive = compose(request, work);
        requireUnchanged(editor.published(), request, archive);
        editor.announce(version, request.announcement());
        String base = request.baseUrl()
                .map(url -> url.endsWith("/") ? url : url + "/")
                .orElse("");
        editor.add(version, request.build().platform(), archive, base);
        editor.assign(version, channels(request));
        for (Channel channel : channels(request)) {
            Version current = latest.get(channel);
            if (current == null || version.compareTo(current) > 0) {
                editor.point(channel, version);
                latest.put(channel, version);
            }
        }
    }

    private static AddResult result(AddRequest request, Manifest manifest, boolean changed) {
        Map<Channel, Version> now = new LinkedHashMap<>();
        channels(request).forEach(channel -> now.put(channel, manifest.latest().get(channel)));
        Release release = manifest.release(request.version()).orElseThrow();
        Archive archive = release.platforms().get(request.build().platform());
        return new AddResult(archive, changed, manifest.serial().orElse(0), now);
    }

    private UntrustedBytes published() throws IOException {
        Path manifest = directory.resolve(MANIFEST);
        byte[] bytes = Files.exists(manifest) ? Files.readAllBytes(manifest) : ManifestEditor.EMPTY;
        return new UntrustedBytes(manifest.toString(), bytes);
    }

    /** Copies the archive into the workspace and reads the copy; only the copy counts from then on. */
    private Archive compose(AddRequest request, PublishWorkspace work) throws CcoException, IOException {
        Build build = request.build();
        ArchiveName name = ArchiveName.of(request.app(), request.version(), build.platform());
        String folder = "v" + request.version() + "/";
        Sha256 sha256 = work.copy(build.archive(), name.archive());
        List<FileEntry> files = unpacker.inspect(work.resolve(name.archive()), name.archive());
        requireExecutable(files, build, build.programs().executable(), "--executable");
        for (String program : build.programs().commands().values()) {
            requireExecutable(files, build, program, "--command NAME=PATH");
        }

        byte[] text = FileListText.of(request, files);
        RepositoryFile listed = new RepositoryFile(folder + name.fileList(), Sha256.of(text), text.length);
        FileListReader.read(
                new UntrustedBytes(name.fileList(), text), listed, request.app(), request.version(), build.platform());
        work.write(name.fileList(), text);
        long size = Files.size(work.resolve(name.archive()));
        return new Archive(new RepositoryFile(folder + name.archive(), sha256, size), Optional.of(listed));
    }

    /** On Windows, the extension makes a file executable. */
    private static void requireExecutable(List<FileEntry> files, Build build, String program, String option)
            throws UsageException {
        boolean runs = files.stream()
                .filter(file -> ProgramFile.names(program, build.platform()).contains(file.path()))
                .anyMatch(file -> file.executable() || build.platform().isWindows());
        if (!runs) {
            throw new UsageException(
                    build.archive() + " has no executable file \"" + program + "\"",
                    "check its mode, and name its path below the top-level folder with " + option);
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
                    earlier.get().file().path() + " is already published with other content",
                    "published versions never change; publish the new build as a new version");
        }
    }

    private static List<Channel> channels(AddRequest request) {
        return request.channels().stream()
                .sorted(Comparator.comparing(Channel::value))
                .toList();
    }

    /** Moves the files of a build. The manifest comes last: until then, clients do not know them. */
    private static void moveIntoPlace(AddRequest request, Manifest manifest, PublishWorkspace work) throws IOException {
        Release release = manifest.release(request.version()).orElseThrow();
        ArchiveName name =
                ArchiveName.of(request.app(), request.version(), request.build().platform());
        Archive archive = release.platforms().get(request.build().platform());
        work.publish(name.fileList(), archive.list().orElseThrow().path());
        work.publish(name.archive(), archive.file().path());
    }

    /** In the format of sha256sum, with paths relative to the version's folder. */
    static byte[] checksums(Release release) {
        SortedMap<String, Sha256> digests = new TreeMap<>();
        for (Archive archive : release.platforms().values()) {
            archive.everyFile().forEach(file -> digests.put(file.path(), file.sha256()));
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
