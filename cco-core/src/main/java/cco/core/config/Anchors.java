package cco.core.config;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.InstallException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The keys that were pinned when an app was installed. They change only when the user installs it with others. */
public final class Anchors {

    /** More than any root metadata has. */
    private static final int MAX_BYTES = 1 << 20;

    private final Path directory;

    /** The anchors of one app; the folder is created when the first is pinned. */
    public Anchors(Path directory) {
        this.directory = directory;
    }

    /**
     * The pinned root metadata.
     *
     * @throws UsageException if none was pinned, or it cannot be read
     */
    public byte[] root() throws UsageException {
        return read(file());
    }

    /** Pins root metadata in the place of what was pinned before. */
    public void pin(byte[] root) throws InstallException {
        try {
            DurableFiles.write(file(), root);
        } catch (IOException e) {
            throw new InstallException(
                    "cannot pin the keys in " + file() + ": " + IoReason.of(e),
                    "check the free space and the permissions there",
                    e);
        }
    }

    /**
     * Reads root metadata that a publisher gave out.
     *
     * @throws UsageException if the file is missing, too large or cannot be read
     */
    public static byte[] read(Path file) throws UsageException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new UsageException(file + " is too large to be root metadata", "name the publisher's root.json");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new UsageException(
                    "there is no " + file, "install the app with --root FILE, FILE being its publisher's root.json", e);
        } catch (IOException e) {
            throw new UsageException("cannot read " + file + ": " + IoReason.of(e), "make the file readable", e);
        }
    }

    /** Where the root metadata is, whether or not it was pinned. */
    public Path file() {
        return directory.resolve("root.json");
    }
}
