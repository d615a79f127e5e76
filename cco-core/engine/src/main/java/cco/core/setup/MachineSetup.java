package cco.core.setup;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.env.Dirs;
import cco.core.env.Env;
import cco.core.env.HomeMarker;
import cco.core.error.StorageException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The changes of an install script outside cco's folders. Create it before the installation, because it remembers which
 * folders are missing then; {@link #finish} it afterwards, or {@link #abandon} it. {@link #undo} and {@link #purge}
 * belong to the uninstallation of the last app.
 */
public final class MachineSetup {

    private static final String RECORD = "setup.json";

    private final Env env;
    private final Dirs dirs;
    private final Consumer<String> notices;
    private final boolean hadConfig;
    private final Set<Path> missing;

    /**
     * A setup of this machine.
     *
     * @param notices receives what could not be done, in one line each
     */
    public MachineSetup(Env env, Dirs dirs, Consumer<String> notices) {
        this.env = env;
        this.dirs = dirs;
        this.notices = notices;
        this.hadConfig = Files.exists(dirs.configFile());
        this.missing = missing(own());
    }

    private List<Path> own() {
        return List.of(dirs.config(), dirs.data(), dirs.state(), dirs.cache(), dirs.bin());
    }

    private Path record() {
        return dirs.data().resolve(RECORD);
    }

    /** Whether cco was installed together with another app, and not for its own sake. */
    public boolean cameWithAnotherApp() {
        return SetupRecord.read(record()).reason() == SetupRecord.Reason.COMPANION;
    }

    /**
     * Puts the folder of commands on PATH and writes completions. Failures are notices: the app is installed.
     *
     * @return the startup files that have a block now
     */
    public List<Path> finish(SetupRequest request) {
        SetupRecord before = SetupRecord.read(record());
        List<StartupFile> startup = startup(request);
        Set<Path> completions = request.completions().keySet();
        Set<Path> folders = new LinkedHashSet<>(before.folders());
        folders.addAll(missing);
        folders.addAll(
                missing(startup.stream().map(file -> file.file().getParent()).toList()));
        folders.addAll(missing(completions.stream().map(Path::getParent).toList()));
        SetupRecord record =
                new SetupRecord(reason(request.cause(), before), before.edited(), before.created(), folders);
        startup.forEach(file -> add(file, record));
        request.completions().forEach((file, text) -> create(file, text, record));
        try {
            record.write(record());
            if (env.ccoHome().isPresent()) {
                DurableFiles.write(HomeMarker.in(dirs.data()), new byte[0]);
            }
        } catch (IOException e) {
            notices.accept("cannot record these changes in " + record() + ": " + IoReason.brief(e));
        }
        return List.copyOf(record.edited());
    }

    private static SetupRecord.Reason reason(SetupRequest.Cause cause, SetupRecord before) {
        return switch (cause) {
            case WANTED -> SetupRecord.Reason.WANTED;
            case COMPANION -> SetupRecord.Reason.COMPANION;
            case PRESENT -> before.reason();
        };
    }

    private List<StartupFile> startup(SetupRequest request) {
        Optional<Path> home = env.home();
        if (request.path() == SetupRequest.PathChoice.LEAVE || env.isWindows() || home.isEmpty()) {
            return List.of();
        }
        ShellStartup shells = new ShellStartup(env, home.get(), dirs.bin());
        List<StartupFile> files = new ArrayList<>();
        if (!env.path().contains(dirs.bin())) {
            files.addAll(shells.path());
        }
        request.completions().keySet().stream()
                .filter(file -> file.getFileName().toString().startsWith("_"))
                .map(shells::zshFunction)
                .forEach(files::add);
        return files;
    }

    private void add(StartupFile file, SetupRecord record) {
        try {
            if (file.add() == StartupFile.Change.CREATED) {
                record.created().add(file.file());
            }
            record.edited().add(file.file());
        } catch (IOException e) {
            notices.accept("cannot add " + dirs.bin() + " to PATH in " + file.file() + ": " + IoReason.brief(e));
        }
    }

    private void create(Path file, byte[] text, SetupRecord record) {
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                DurableFiles.write(file, text);
                record.created().add(file);
            }
        } catch (IOException e) {
            notices.accept("cannot write the completion " + file + ": " + IoReason.brief(e));
        }
    }

    /**
     * Leaves the machine as it was before a failed installation. Folders that existed before stay.
     *
     * @throws StorageException if a file cannot be removed
     */
    public void abandon() throws StorageException {
        List<Path> fresh = own().stream()
                .filter(missing::contains)
                .filter(folder -> !folder.equals(dirs.bin()))
                .toList();
        try {
            for (Path folder : fresh) {
                DurableFiles.deleteTree(folder);
            }
            if (!hadConfig) {
                Files.deleteIfExists(dirs.configFile());
            }
            removeEmpty(inside());
            removeEmpty(missing);
        } catch (IOException e) {
            throw unremovable(e);
        }
    }

    /**
     * Undoes the setup once no app is left.
     *
     * @throws StorageException if a startup file cannot be written, or a file cannot be removed
     */
    public void undo() throws StorageException {
        SetupRecord record = SetupRecord.read(record());
        try {
            for (Path file : record.edited()) {
                if (StartupFile.remove(file, dirs.bin()) && record.created().contains(file)) {
                    Files.delete(file);
                }
            }
            for (Path file : record.created()) {
                if (!record.edited().contains(file)) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(record());
            Files.deleteIfExists(HomeMarker.in(dirs.data()));
            removeEmpty(inside());
            removeEmpty(own().subList(0, own().size() - 1));
            removeEmpty(record.folders());
        } catch (IOException e) {
            throw unremovable(e);
        }
    }

    /**
     * Removes everything that cco keeps, except publishers' keys, undoes the setup, and removes the folders around
     * cco's own in the home of the user that are empty then.
     *
     * @throws StorageException if a file cannot be removed
     */
    public void purge() throws StorageException {
        try {
            Files.deleteIfExists(dirs.config().resolve("config.toml"));
            DurableFiles.deleteTree(dirs.config().resolve("anchors"));
            DurableFiles.deleteTree(dirs.state());
            DurableFiles.deleteTree(dirs.cache());
            DurableFiles.deleteTree(dirs.plugins());
        } catch (IOException e) {
            throw unremovable(e);
        }
        undo();
        try {
            removeEmpty(parents());
        } catch (IOException e) {
            throw unremovable(e);
        }
    }

    /** Folders such as {@code ~/.local/share}: without a setup, there is no record of who created them. */
    private Set<Path> parents() {
        Set<Path> parents = new LinkedHashSet<>();
        if (env.home().isPresent()) {
            Path home = env.home().get();
            parents.add(dirs.bin());
            for (Path folder : own()) {
                for (Path path = folder.getParent(); path != null && path.startsWith(home); path = path.getParent()) {
                    parents.add(path);
                }
            }
            parents.remove(home);
        }
        return parents;
    }

    private static StorageException unremovable(IOException e) {
        return new StorageException(
                IoReason.explain("cannot undo the changes outside the folders of cco", e),
                "check the permissions of the file, and remove the lines between `>>> cco` and `<<< cco`",
                e);
    }

    /** Folders inside cco's own that are empty once no app is left. */
    private List<Path> inside() {
        return List.of(
                dirs.apps(),
                dirs.plugins(),
                dirs.state().resolve("apps"),
                dirs.telemetry(),
                dirs.blobs(),
                dirs.blobs().getParent(),
                dirs.config().resolve("anchors"));
    }

    private static void removeEmpty(Collection<Path> folders) throws IOException {
        List<Path> deepestFirst = new ArrayList<>(folders);
        deepestFirst.sort(Comparator.comparing(Path::getNameCount).reversed());
        for (Path folder : deepestFirst) {
            try {
                Files.deleteIfExists(folder);
            } catch (DirectoryNotEmptyException inUse) {
                continue;
            }
        }
    }

    private static Set<Path> missing(Collection<Path> folders) {
        Set<Path> missing = new LinkedHashSet<>();
        for (Path folder : folders) {
            for (Path path = folder; path != null && !Files.exists(path); path = path.getParent()) {
                missing.add(path);
            }
        }
        return missing;
    }
}
