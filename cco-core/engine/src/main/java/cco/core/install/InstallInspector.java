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

/** Inspects the files and the command of an app. It changes nothing and needs no lock. */
public final class InstallInspector {

    private static final String HINT = "check the permissions there";

    private final AppHome home;
    private final PlatformInstaller installer;

    /** Creates an inspector of the app, whose pointer belongs to this installer. */
    public InstallInspector(AppHome home, PlatformInstaller installer) {
        this.home = home;
        this.installer = installer;
    }

    /** The step that a killed process did not finish, if there is one. */
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

    /** The version that the pointer names, even if its folder is missing. */
    public Optional<Version> pointer() throws InstallException {
        return new Pointer(home, installer, ProgressListener.NONE).read();
    }

    /** Lists the files of a version that are not in its file list, except the startup archive. */
    public List<String> unlisted(Version version) throws InstallException {
        Path folder = home.version(version);
        try (Stream<Path> files = Files.walk(folder)) {
            Set<String> listed = new HashSet<>(ProvenVersion.STARTUP_ARCHIVES);
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
            throw InstallErrors.of("cannot read " + folder, e, HINT);
        }
    }

    /** Lists the leftovers of an interrupted run, which the next one removes. */
    public List<Path> leftovers(Receipt receipt) throws InstallException {
        List<Path> leftovers = new ArrayList<>();
        for (Version version : home.versions()) {
            if (receipt.find(version).isEmpty()) {
                leftovers.add(home.version(version));
            }
        }
        try {
            for (Path folder : List.of(home.stagingFolder(), home.incomingFolder())) {
                if (Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
                    leftovers.add(folder);
                }
            }
            for (Path folder : List.of(home.data(), home.state())) {
                leftovers.addAll(temporary(folder));
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot read " + home.data(), e, HINT);
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
