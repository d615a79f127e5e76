package cco.core.metadata;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The keys pinned for an app. They change only when the user installs the app again with other keys. */
public final class TrustAnchors {

    /** More than any publisher's keys need. */
    private static final int MAX_BYTES = 1 << 20;

    private final Path directory;

    /** The anchors of one app; pinning the first one creates the folder. */
    public TrustAnchors(Path directory) {
        this.directory = directory;
    }

    /** The file of an anchor, whether or not it exists. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** Pins an anchor in place of the previous one. The caller holds the lock of the app. */
    public void pin(String name, byte[] anchor) throws InstallException {
        try {
            DurableFiles.deleteLeftovers(file(name));
            DurableFiles.write(file(name), anchor);
        } catch (IOException e) {
            throw new InstallException(
                    IoReason.explain("cannot pin the keys in " + file(name), e),
                    "check the free space and the permissions of " + directory,
                    e);
        }
    }

    /** Deletes all anchors of the app. */
    public void unpin() throws InstallException {
        delete(directory);
    }

    /** Deletes an anchor. The caller holds the lock of the app. */
    public void unpin(String name) throws InstallException {
        delete(file(name));
    }

    private static void delete(Path path) throws InstallException {
        try {
            DurableFiles.deleteTree(path);
        } catch (IOException e) {
            throw new InstallException(
                    IoReason.explain("cannot remove the keys in " + path, e), "check the permissions of " + path, e);
        }
    }

    /** Reads an anchor, if it is pinned. */
    public Optional<byte[]> find(String name) throws UsageException {
        return Files.exists(file(name)) ? Optional.of(read(file(name))) : Optional.empty();
    }

    /**
     * Reads a pinned anchor.
     *
     * @throws UsageException if the file is missing, too large or cannot be read
     */
    public byte[] pinned(String name) throws UsageException {
        return find(name)
                .orElseThrow(() -> new UsageException(
                        "the pinned keys are missing: " + file(name) + " does not exist",
                        "install the app again with its publisher's keys: --root FILE or --gpg-key FILE"));
    }

    /**
     * Reads keys from a file that the user names.
     *
     * @throws UsageException if the file is missing, too large or cannot be read
     */
    public static byte[] read(Path file) throws UsageException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UsageException(file + " is too large for keys", "pass the publisher's root.json or keyring");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "cannot read the keys in " + file + ": the file does not exist", "check the path of the file", e);
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot read " + file, e), "make the file readable", e);
        }
    }
}
