package cco.publisher.keys;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files with private keys, accessible only to their owner. On Windows the user's folders are so by default. */
final class KeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = EnumSet.of(
            PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

    private KeyFile() {}

    /**
     * Reads a file.
     *
     * @throws UsageException if it does not exist, or if others may read or write it
     */
    static String read(Path file) throws UsageException {
        try {
            requirePrivate(file);
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UsageException(IoReason.explain("cannot read the key", e), "check the key's path", e);
        }
    }

    private static void requirePrivate(Path file) throws IOException, UsageException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (view != null && !OWNER_ONLY.containsAll(view.readAttributes().permissions())) {
            throw new UsageException(
                    "other users can read the private key " + file,
                    "run chmod 600 '" + file + "', and create a new key if others use this machine");
        }
    }

    /** Writes a new key; a folder that it creates is accessible to the owner only. */
    static void create(Path file, String pem) throws UsageException, StorageException {
        if (Files.exists(file)) {
            throw new UsageException(file + " already exists", "name another file: a key is never overwritten");
        }
        try {
            Path folder = file.toAbsolutePath().getParent();
            boolean made = !Files.isDirectory(folder);
            DurableFiles.createDirectories(folder);
            if (made && Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            }
            DurableFiles.writePrivate(file, pem.getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new StorageException(
                    IoReason.explain("cannot write the key", e), "check the folder's free space and permissions", e);
        }
    }
}
