package cco.core.config;

import cco.core.disk.IoReason;
import cco.core.env.Env;
import cco.core.error.StorageException;
import cco.core.error.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The administrator's configuration file: the first that exists of {@code /etc/cco/config.toml}, {@code
 * /etc/xdg/cco/config.toml} and those in {@code XDG_CONFIG_DIRS}. Neither {@code CCO_HOME} nor {@code --config} changes
 * this, so the environment cannot turn the administrator's decisions off.
 *
 * <p>A file that other users can write is refused, not ignored, because it decides what this user installs.
 */
final class SystemFile {

    private static final String FILE = "cco/config.toml";

    private SystemFile() {}

    /**
     * Finds and reads the file.
     *
     * @throws UsageException if it must not be read, is not TOML, or other users can write it
     * @throws StorageException if the system cannot read it now
     */
    static Optional<Layer> find(Env env) throws UsageException, StorageException {
        for (Path file : places(env)) {
            if (Files.exists(file)) {
                requireSafe(file, env);
                return Optional.of(Layer.read(file, Layer.Remedy.ADMINISTRATOR));
            }
        }
        return Optional.empty();
    }

    static List<Path> places(Env env) {
        if (env.isWindows()) {
            return env.programData().map(folder -> folder.resolve(FILE)).stream()
                    .toList();
        }
        if (env.isMac()) {
            return List.of(Path.of("/Library/Application Support").resolve(FILE));
        }
        List<Path> folders = new ArrayList<>(List.of(Path.of("/etc"), Path.of("/etc/xdg")));
        folders.addAll(env.xdgConfigDirs());
        return folders.stream().map(folder -> folder.resolve(FILE)).distinct().toList();
    }

    private static void requireSafe(Path file, Env env) throws UsageException {
        try {
            Path real = file.toRealPath();
            for (Path checked : List.of(real, real.getParent())) {
                if (!isSafe(checked, env)) {
                    throw new UsageException(
                            "the administrator's configuration file " + file + " is refused: other users can write "
                                    + checked,
                            "ask the administrator to run `chown root` and `chmod go-w` on it");
                }
            }
        } catch (IOException unreadable) {
            throw new UsageException(
                    IoReason.explain("cannot read the administrator's configuration file " + file, unreadable),
                    "ask the administrator to make it readable",
                    unreadable);
        }
    }

    /** Windows has no such permissions; its folder belongs to administrators by default. */
    private static boolean isSafe(Path path, Env env) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        if (view == null) {
            return true;
        }
        PosixFileAttributes attributes = view.readAttributes();
        String owner = attributes.owner().getName();
        return (owner.equals("root") || env.userName().filter(owner::equals).isPresent())
                && !attributes.permissions().contains(PosixFilePermission.GROUP_WRITE)
                && !attributes.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    }
}
