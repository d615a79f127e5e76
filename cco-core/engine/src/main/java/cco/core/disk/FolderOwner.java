package cco.core.disk;

import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A folder that belongs to another user than the one who runs cco.
 *
 * @param folder the folder, or the nearest one above it that exists
 * @param owner the name of its owner
 * @param user the name of the user who runs cco
 */
public record FolderOwner(Path folder, String owner, String user) {

    private static final String ROOT = "root";

    /** The owner of this Linux folder is the user of this process. */
    private static final Path PROCESS = Path.of("/proc/self");

    /** Returns the owner of a folder; empty if it is the user of this process, or unknown. */
    public static Optional<FolderOwner> other(Path folder) {
        Path existing = existing(folder);
        try {
            Optional<Object> uid = uid(PROCESS);
            // Numbers come first: looking up names takes longer.
            if (uid.isPresent() && uid.equals(uid(existing))) {
                return Optional.empty();
            }
            String owner = Files.getOwner(existing).getName();
            // In a container, the user may have a number, but no name.
            Optional<String> user = ProcessHandle.current().info().user().or(() -> uid.map(Object::toString));
            return user.filter(name -> !name.equals(owner)).map(name -> new FolderOwner(existing, owner, name));
        } catch (IOException | UnsupportedOperationException unknown) {
            return Optional.empty();
        }
    }

    private static Path existing(Path folder) {
        Path existing = folder.toAbsolutePath().normalize();
        while (existing.getParent() != null && !Files.exists(existing)) {
            existing = existing.getParent();
        }
        return existing;
    }

    private static Optional<Object> uid(Path file) throws IOException {
        try {
            return Optional.of(Files.getAttribute(file, "unix:uid"));
        } catch (NoSuchFileException | UnsupportedOperationException | IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /**
     * Refuses to write to a file of another user, and says who may.
     *
     * @throws StorageException if this user must not write there
     */
    public static void requireOwn(Path file) throws StorageException {
        Optional<FolderOwner> other = other(file).filter(FolderOwner::mustNotWrite);
        if (other.isPresent()) {
            throw new StorageException(
                    "cannot write " + file + ": it belongs to " + other.get().owner(),
                    other.get().hint(),
                    null);
        }
    }

    /**
     * Refuses to write to a file or folder of another user.
     *
     * @throws IOException if this user must not write there
     */
    public static void require(Path file) throws IOException {
        Optional<FolderOwner> other = other(file).filter(FolderOwner::mustNotWrite);
        if (other.isPresent()) {
            throw new IOException("it belongs to " + other.get().owner());
        }
    }

    /**
     * Whether this user should not write there: because they cannot, or because they are root, whose files the owner
     * could not change later.
     */
    public boolean mustNotWrite() {
        return isUserRoot() || !Files.isWritable(folder);
    }

    /** Whether the user who runs cco is root. */
    public boolean isUserRoot() {
        return user.equals(ROOT);
    }

    /** Advice for a user who must not write there. */
    public String hint() {
        return isUserRoot()
                ? "run it as " + owner + ", without sudo, or set CCO_HOME to a folder that belongs to root"
                : "run the command as " + owner;
    }
}
