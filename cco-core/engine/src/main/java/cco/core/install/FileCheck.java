package cco.core.install;

import cco.core.disk.FileDigest;
import cco.core.disk.FileModes;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.FileEntry;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compares the files of an installed version with their recorded digests.
 *
 * <p>It ignores files without a record, such as the startup archive. It reads every byte and changes nothing.
 */
public final class FileCheck {

    private final AppHome home;

    /** Creates a check of the app's versions. */
    public FileCheck(AppHome home) {
        this.home = home;
    }

    /**
     * Finds the damaged files of an installed version, in the order of its file list.
     *
     * @throws InstallException if the file list is missing, or a file cannot be read
     */
    public List<FileDamage> check(Version version) throws InstallException {
        String what = "cannot check " + home.app() + " " + version;
        String hint = "run `cco update " + home.app() + " --version " + version + "` to install it again";
        try {
            List<FileEntry> files = new InstalledFiles(home)
                    .read(version)
                    .orElseThrow(() -> new InstallException(what + ": its file list is missing", hint));
            return damages(home.version(version), files);
        } catch (IOException | JsonException e) {
            throw InstallErrors.of(what, e, hint);
        }
    }

    static List<FileDamage> damages(Path folder, List<FileEntry> files) throws IOException {
        List<FileDamage> damages = new ArrayList<>();
        for (FileEntry file : files) {
            damage(folder.resolve(file.path()), file).ifPresent(kind -> damages.add(new FileDamage(file.path(), kind)));
        }
        return damages;
    }

    private static Optional<FileDamage.Kind> damage(Path path, FileEntry file) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.of(FileDamage.Kind.MISSING);
        }
        boolean same = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && Files.size(path) == file.size()
                && FileDigest.of(path).equals(file.sha256());
        if (!same) {
            return Optional.of(FileDamage.Kind.CHANGED);
        }
        return file.executable() && !FileModes.isExecutable(path)
                ? Optional.of(FileDamage.Kind.NOT_EXECUTABLE)
                : Optional.empty();
    }
}
