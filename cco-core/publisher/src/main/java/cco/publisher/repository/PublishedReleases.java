package cco.publisher.repository;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Archive;
import cco.core.manifest.Delta;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Platform;
import cco.core.model.Printable;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Changes what a repository says about published versions: channels, rollouts, withdrawals and notices. Each change
 * replaces the manifest at once, with a higher serial, and keeps unknown members. No other file changes, and nothing is
 * signed.
 *
 * <p>Every method throws {@link UsageException} if there is no manifest or the change makes no sense,
 * {@link cco.core.error.SourceException} if the manifest cannot be read,
 * {@link cco.core.error.BusyException} if another process is publishing here, and {@link
 * cco.core.error.StorageException} if the manifest cannot be written; then nothing has changed.
 */
public final class PublishedReleases {

    /** A change of the manifest. */
    @FunctionalInterface
    private interface Change {
        void apply(ManifestEditor editor, PublishWorkspace work) throws UsageException, IOException;
    }

    private static final int EVERYONE = 100;

    private final Path directory;

    /** The published releases of a repository. */
    public PublishedReleases(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Points a channel at a version, which may be lower than the one before.
     *
     * @param percent the share of installations that are offered the version, through any channel; 100 ends the
     *     rollout, and nothing leaves it unchanged
     */
    public ManifestChange promote(Version version, Channel channel, OptionalInt percent) throws CcoException {
        return revise((editor, _) -> {
            Release release = described(editor.published(), version);
            ReleaseRepository.requireMayName(channel, version);
            ReleaseRepository.requireAllowed(release);
            requireSensible(release, percent);
            editor.point(channel, version);
            editor.assign(version, List.of(channel));
            percent.ifPresent(number -> editor.rollOut(version, number));
        });
    }

    /**
     * Withdraws a version. Channels that point at it go back to the newest lower version that is not withdrawn, and to
     * a pre-release only from a pre-release. Without such a version, the channel stays and offers nothing.
     *
     * @param reason the reason that users see
     */
    public ManifestChange withdraw(Version version, String reason) throws CcoException {
        requireSentence(reason);
        return revise((editor, _) -> {
            described(editor.published(), version);
            editor.withdraw(version, reason);
            Optional<Version> refuge = refuge(editor.published(), version);
            editor.published().latest().forEach((channel, named) -> {
                if (named.equals(version)) {
                    refuge.ifPresent(lower -> editor.point(channel, lower));
                }
            });
        });
    }

    /** Allows a withdrawn version again. No channel changes. */
    public ManifestChange reinstate(Version version) throws CcoException {
        return revise((editor, _) -> {
            described(editor.published(), version);
            editor.reinstate(version);
        });
    }

    /**
     * Shows a notice to users of a version at every check. The version need not be in the manifest.
     *
     * @param notice the text of the notice
     */
    public ManifestChange deprecate(Version version, String notice) throws CcoException {
        requireSentence(notice);
        return revise((editor, _) -> editor.deprecate(version, notice));
    }

    /** Stops showing a notice to users of a version. */
    public ManifestChange undeprecate(Version version) throws CcoException {
        return revise((editor, _) -> editor.undeprecate(version));
    }

    /**
     * Publishes a delta, unless one from the same version is published.
     *
     * @param name the file's name
     * @param content the file
     */
    public ManifestChange addDelta(Version version, Platform platform, Version from, String name, byte[] content)
            throws CcoException {
        RepositoryFile file = new RepositoryFile("v" + version + "/" + name, Sha256.of(content), content.length);
        return revise((editor, work) -> {
            Release release = described(editor.published(), version);
            Archive archive = release.platforms().get(platform);
            if (archive == null || archive.deltaFrom(from).isPresent()) {
                return;
            }
            work.write(name, content);
            work.publish(name, file.path());
            editor.addDelta(version, platform, new Delta(from, file));
        });
    }

    /**
     * Publishes an alternate of an archive, unless one is published.
     *
     * @param name the name of the alternate
     * @param file the alternate
     */
    public ManifestChange addAlternate(Version version, Platform platform, String name, Path file) throws CcoException {
        return revise((editor, work) -> {
            Archive archive = described(editor.published(), version).platforms().get(platform);
            if (archive == null || !archive.alternates().isEmpty()) {
                return;
            }
            Sha256 sha256 = work.copy(file, name);
            RepositoryFile published = new RepositoryFile("v" + version + "/" + name, sha256, Files.size(file));
            work.publish(name, published.path());
            editor.addAlternate(version, platform, published);
        });
    }

    /** Reads the published manifest. */
    public Manifest manifest() throws CcoException {
        Path file = requireManifest();
        try {
            return ManifestReader.read(new UntrustedBytes(file.toString(), Files.readAllBytes(file)), AppName.CCO);
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot read " + file, e), "check the permissions of the file", e);
        }
    }

    /**
     * Finds a version whose files are to be used.
     *
     * @throws UsageException if the repository does not have it
     */
    public static Release release(Manifest manifest, Version version) throws UsageException {
        return manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "version " + version + " of " + manifest.app() + " is not in this repository",
                        "name a version that the repository has"));
    }

    private Path requireManifest() throws UsageException {
        Path file = directory.resolve(ReleaseRepository.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    directory + " is not a release repository: it has no " + ReleaseRepository.MANIFEST,
                    "check --repository, or create a repository with `cco release add`");
        }
        return file;
    }

    /** Reads under the lock, so that no other publisher's change is lost. */
    private ManifestChange revise(Change change) throws CcoException {
        Path file = requireManifest();
        try (PublishWorkspace work = PublishWorkspace.open(directory)) {
            UntrustedBytes document = new UntrustedBytes(file.toString(), Files.readAllBytes(file));
            ManifestEditor editor = ManifestEditor.of(document, AppName.CCO);
            requireNamed(editor, file);
            change.apply(editor, work);
            return new ManifestChange(
                    editor.published(), editor.isChanged() ? write(editor, work) : editor.published());
        } catch (IOException e) {
            throw ReleaseRepository.unwritable(directory, e);
        }
    }

    /** Reads the new manifest as a client does before it replaces the old one. */
    private static Manifest write(ManifestEditor editor, PublishWorkspace work) throws CcoException, IOException {
        byte[] text = editor.text();
        UntrustedBytes written = new UntrustedBytes(ReleaseRepository.MANIFEST, text);
        Manifest manifest = ManifestReader.read(written, editor.published().app());
        writeChecksums(editor.published(), manifest, work);
        work.write(ReleaseRepository.MANIFEST, text);
        work.publish(ReleaseRepository.MANIFEST, ReleaseRepository.MANIFEST);
        return manifest;
    }

    /** A version's checksums change only with its files. */
    private static void writeChecksums(Manifest before, Manifest now, PublishWorkspace work) throws IOException {
        for (Release release : now.versions().values()) {
            Map<Platform, Archive> files =
                    before.release(release.version()).map(Release::platforms).orElse(Map.of());
            if (!files.equals(release.platforms())) {
                work.write(ReleaseRepository.CHECKSUMS, ReleaseRepository.checksums(release));
                work.publish(ReleaseRepository.CHECKSUMS, "checksums/v" + release.version() + ".sha256");
            }
        }
    }

    private static void requireNamed(ManifestEditor editor, Path file) throws UsageException {
        if (!editor.namesItsApp()) {
            throw new UsageException(file + " does not name its app", "add the member \"app\" with the app's name");
        }
    }

    private static Release described(Manifest manifest, Version version) throws UsageException {
        return manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "there is no version " + version + " of " + manifest.app() + " in this repository",
                        "publish it with `cco release add`, or use a version from " + ReleaseRepository.MANIFEST));
    }

    /** A critical version ignores rollouts, so that one would be misleading. */
    private static void requireSensible(Release release, OptionalInt percent) throws UsageException {
        int number = percent.orElse(EVERYONE);
        if (number < 0 || number > EVERYONE) {
            throw new UsageException("not a rollout: " + number + " %", "use a number from 0 to " + EVERYONE);
        }
        if (number < EVERYONE && release.critical()) {
            throw new UsageException(
                    release.version() + " is critical, and critical versions are offered to everyone at once",
                    "promote it without a rollout");
        }
    }

    private static void requireSentence(String text) throws UsageException {
        String shown = Printable.of(text);
        if (shown.isEmpty() || !shown.equals(text)) {
            throw new UsageException(
                    "this text cannot be shown to users",
                    "use one line of up to " + Printable.MAX_LENGTH + " characters");
        }
    }

    private static Optional<Version> refuge(Manifest manifest, Version from) {
        return manifest.versions().headMap(from).reversed().values().stream()
                .filter(lower -> lower.withdrawn().isEmpty())
                .map(Release::version)
                .filter(lower -> from.isPrerelease() || !lower.isPrerelease())
                .findFirst();
    }
}
