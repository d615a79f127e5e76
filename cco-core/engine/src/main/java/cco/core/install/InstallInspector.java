package cco.core.install;

import cco.api.PlatformInstaller;
import cco.core.error.InstallException;
import cco.core.json.JsonException;
import cco.core.model.FileEntry;
import cco.core.model.ProgressListener;
import cco.core.model.Version;
import cco.core.stage.ProvenVersion;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Looks at an app's home, and at its command, as they are at this moment. Changes nothing and needs no lock. */
public final class InstallInspector {

    private static final String HINT = "check the permissions there";

    private final AppHome home;
    private final PlatformInstaller installer;

    /** A look at this app, whose pointer this installer keeps. */
    public InstallInspector(AppHome home, PlatformInstaller installer) {
        this.home = home;
        this.installer = installer;
    }

    /** How the command is. */
    public enum CommandState {
        /** It starts the current version. */
        SOUND,
        /** There is no such file. */
        MISSING,
        /** It is ours, but leads elsewhere. */
        ASTRAY,
        /** Somebody has put another file in its place. */
        FOREIGN
    }

    /** What a killed process was about to do; nothing if nobody was killed. */
    public Optional<String> interrupted() throws InstallException {
        try {
            return new Journal(home).read().map(entry -> switch (entry) {
                case Journal.Entry.Staging staging -> "the installation of " + staging.version() + " was interrupted";
                case Journal.Entry.Activating activating ->
                    "the switch to " + activating.next().current() + " was interrupted";
                case Journal.Entry.Activated activated ->
                    "the switch to " + activated.next().current() + " was interrupted before it was recorded";
            });
        } catch (JsonException e) {
            return Optional.of("the journal " + home.journal() + " is damaged: " + e.getMessage());
        } catch (IOException e) {
            throw InstallErrors.of("cannot read the journal " + home.journal(), e, HINT);
        }
    }

    /** The version that is current, whether or not its folder is there. */
    public Optional<Version> pointer() throws InstallException {
        return new Pointer(home, installer, ProgressListener.NONE).read();
    }

    /** The files of a version that no list names, but for the start-up archive, which is made on this machine. */
    public List<String> unlisted(Version version) throws InstallException {
        Path folder = home.version(version);
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> listed = new HashSet<>(Set.of(ProvenVersion.STARTUP_ARCHIVE));
            new InstalledFiles(home)
                    .read(version).orElse(List.of()).stream()
                            .map(FileEntry::path)
                            .forEach(listed::add);
            return files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !listed.contains(file))
                    .sorted()
                    .toList();
        } catch (IOException | JsonException e) {
            throw InstallErrors.of("cannot look through " + folder, e, HINT);
        }
    }

    /** How the command is that the receipt names. */
    public CommandState state(Command command, Receipt receipt) throws InstallException {
        Path file = command.bin().resolve(command.name());
        try {
            if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
                return CommandState.MISSING;
            }
            if (!installer.exposes(home.data(), file)) {
                return CommandState.FOREIGN;
            }
            Path program = home.version(receipt.current()).resolve(receipt.executable());
            boolean leads = !Files.isSymbolicLink(file)
                    || !Files.exists(program)
                    || Files.exists(file) && Files.isSameFile(file, program);
            return leads ? CommandState.SOUND : CommandState.ASTRAY;
        } catch (IOException e) {
            throw InstallErrors.of("cannot look at the command " + file, e, HINT);
        }
    }

    /** The first program of the command's name in these folders. */
    public Optional<Path> shadow(Command command, List<Path> folders) {
        Path own = command.bin().resolve(command.name());
        return folders.stream()
                .map(folder -> folder.resolve(command.name()))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file) && !isSame(file, own))
                .findFirst();
    }

    private static boolean isSame(Path file, Path own) {
        try {
            return Files.isSameFile(file, own);
        } catch (IOException unknown) {
            return false;
        }
    }

    /** What an interrupted run has left, and the next one removes. */
    public List<Path> leftovers(Receipt receipt) throws InstallException {
        List<Path> leftovers = new ArrayList<>();
        for (Version version : home.versions()) {
            if (receipt.find(version).isEmpty()) {
                leftovers.add(home.version(version));
            }
        }
        try {
            if (Files.exists(home.stagingFolder(), LinkOption.NOFOLLOW_LINKS)) {
                leftovers.add(home.stagingFolder());
            }
            for (Path folder : List.of(home.data(), home.state())) {
                leftovers.addAll(temporary(folder));
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot look through " + home.data(), e, HINT);
        }
        return leftovers;
    }

    private static List<Path> temporary(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> temporary = Files.newDirectoryStream(folder, "*.tmp")) {
                temporary.forEach(files::add);
            }
        }
        return files;
    }
}
