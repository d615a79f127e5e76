package cco.publisher.repository;

import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import cco.core.manifest.Manifest;
import cco.core.manifest.ManifestReader;
import cco.core.manifest.Release;
import cco.core.model.AppName;
import cco.core.model.Channel;
import cco.core.model.Printable;
import cco.core.model.UntrustedBytes;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a repository says of the versions that are published: which one a channel names, how many machines are offered
 * it, which one must not be installed any more. Each change takes the place of the manifest as one, with a higher
 * serial; members that this cco does not know stay. No other file is touched, and nothing is signed.
 *
 * <p>Every method throws {@link UsageException} if there is no manifest or the change makes no sense,
 * {@link cco.core.error.SourceException} if the manifest cannot be read,
 * {@link cco.core.error.BusyException} if another process is publishing here, and {@link StorageException} if the
 * manifest cannot be written; then nothing has changed.
 */
public final class PublishedReleases {

    /** What is done to a manifest. */
    @FunctionalInterface
    private interface Change {
        void apply(ManifestEditor tree) throws UsageException;
    }

    private static final int EVERYBODY = 100;

    private final Path directory;

    /** The releases of the repository in a folder. */
    public PublishedReleases(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Makes a channel name a version, which may be a lower one than before.
     *
     * @param percent of all installations that are offered the version, by whichever channel; 100 ends its roll-out,
     *     and without a number it stays as it is
     */
    public ManifestChange promote(Version version, Channel channel, OptionalInt percent) throws CcoException {
        return revise(tree -> {
            Release release = described(tree.published(), version);
            ReleaseRepository.requireMayName(channel, version);
            ReleaseRepository.requireAllowed(release);
            requireSensible(release, percent);
            tree.point(channel, version);
            percent.ifPresent(number -> tree.rollOut(version, number));
        });
    }

    /**
     * Forbids a version. A channel that names it goes back to the newest lower version that is not withdrawn, and to a
     * pre-release only from a pre-release; without such a version it stays, and offers nothing.
     *
     * @param reason what users are told
     */
    public ManifestChange withdraw(Version version, String reason) throws CcoException {
        requireSentence(reason);
        return revise(tree -> {
            described(tree.published(), version);
            tree.withdraw(version, reason);
            Optional<Version> refuge = refuge(tree.published(), version);
            tree.published().latest().forEach((channel, named) -> {
                if (named.equals(version)) {
                    refuge.ifPresent(lower -> tree.point(channel, lower));
                }
            });
        });
    }

    /** Allows a withdrawn version again; no channel changes. */
    public ManifestChange reinstate(Version version) throws CcoException {
        return revise(tree -> {
            described(tree.published(), version);
            tree.reinstate(version);
        });
    }

    /**
     * Tells the users of a version something whenever they look for updates. It need not be described any more.
     *
     * @param notice what they are told
     */
    public ManifestChange deprecate(Version version, String notice) throws CcoException {
        requireSentence(notice);
        return revise(tree -> tree.deprecate(version, notice));
    }

    /** Tells the users of a version nothing any more. */
    public ManifestChange undeprecate(Version version) throws CcoException {
        return revise(tree -> tree.undeprecate(version));
    }

    /** Reads only under the lock, so that no change of another publisher is lost. */
    private ManifestChange revise(Change change) throws CcoException {
        Path file = directory.resolve(ReleaseRepository.MANIFEST);
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    directory + " is no release repository: it has no " + ReleaseRepository.MANIFEST,
                    "check the value of --repository, or begin one with cco release add");
        }
        try (PublishWorkspace work = PublishWorkspace.open(directory)) {
            UntrustedBytes document = new UntrustedBytes(file.toString(), Files.readAllBytes(file));
            ManifestEditor tree = ManifestEditor.of(document, AppName.CCO);
            requireNamed(tree, file);
            change.apply(tree);
            return new ManifestChange(tree.published(), tree.isChanged() ? write(tree, work) : tree.published());
        } catch (IOException e) {
            throw new StorageException(
                    "cannot change " + file + ": " + IoReason.of(e), "check the folder's space and permissions", e);
        }
    }

    /** Held against the rules of those who will read it before it takes its place. */
    private static Manifest write(ManifestEditor tree, PublishWorkspace work) throws CcoException, IOException {
        byte[] text = tree.text();
        UntrustedBytes written = new UntrustedBytes(ReleaseRepository.MANIFEST, text);
        Manifest manifest = ManifestReader.read(written, tree.published().app());
        work.write(ReleaseRepository.MANIFEST, text);
        work.publish(ReleaseRepository.MANIFEST, ReleaseRepository.MANIFEST);
        return manifest;
    }

    private static void requireNamed(ManifestEditor tree, Path file) throws UsageException {
        if (!tree.namesItsApp()) {
            throw new UsageException(
                    file + " does not say whose releases it lists", "add the member \"app\" with the app's name");
        }
    }

    private static Release described(Manifest manifest, Version version) throws UsageException {
        return manifest.release(version)
                .orElseThrow(() -> new UsageException(
                        "there is no version " + version + " of " + manifest.app() + " in this repository",
                        "publish it with cco release add, or name one of those that " + ReleaseRepository.MANIFEST
                                + " lists"));
    }

    /** A roll-out of a critical version would look like one and be none. */
    private static void requireSensible(Release release, OptionalInt percent) throws UsageException {
        int number = percent.orElse(EVERYBODY);
        if (number < 0 || number > EVERYBODY) {
            throw new UsageException("not a roll-out: " + number + " %", "give a number from 0 to " + EVERYBODY);
        }
        if (number < EVERYBODY && release.critical()) {
            throw new UsageException(
                    release.version() + " is critical, so that it is offered to everybody at once",
                    "promote it without a roll-out");
        }
    }

    private static void requireSentence(String text) throws UsageException {
        String shown = Printable.of(text);
        if (shown.isEmpty() || !shown.equals(text)) {
            throw new UsageException(
                    "users cannot be shown this text as it is",
                    "write one line of up to " + Printable.MAX_LENGTH + " characters");
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
