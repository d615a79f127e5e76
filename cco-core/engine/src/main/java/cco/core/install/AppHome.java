package cco.core.install;

import cco.core.disk.FolderOwner;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.Version;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The folders and files of one app. It names paths and creates none.
 *
 * @param app the app
 * @param data the data folder, with the versions, the pointer to the current one and the receipt; absolute
 * @param state the state folder, with the lock, the journal and the memory of the source; absolute
 */
public record AppHome(AppName app, Path data, Path state) {

    public AppHome {
        data = data.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** Lists the apps with a home in this folder, sorted by name. Some may have no receipt. */
    public static List<AppName> apps(Path folder) throws InstallException {
        List<AppName> apps = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return apps;
        }
        try (DirectoryStream<Path> homes = Files.newDirectoryStream(folder)) {
            for (Path home : homes) {
                String name = home.getFileName().toString();
                if (AppName.isValid(name) && Files.isDirectory(home)) {
                    apps.add(new AppName(name));
                }
            }
        } catch (IOException e) {
            throw InstallErrors.of("cannot list the installed apps", e, "check the permissions of " + folder);
        }
        apps.sort(null);
        return apps;
    }

    /** Lists the versions with a complete folder, in ascending order. It skips files and other folders. */
    public List<Version> versions() throws InstallException {
        List<Version> versions = new ArrayList<>();
        if (!Files.isDirectory(versionsFolder())) {
            return versions;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(versionsFolder())) {
            for (Path folder : folders) {
                versionOf(folder).ifPresent(versions::add);
            }
        } catch (IOException e) {
            throw InstallErrors.of(
                    "cannot list the versions of " + app, e, "check the permissions of " + versionsFolder());
        }
        versions.sort(null);
        return versions;
    }

    /** The folder of a version, which may not exist. */
    public Path version(Version version) {
        return versionsFolder().resolve(version.toString());
    }

    /** Whether the version's folder exists. A folder gets its name when it is complete. */
    public boolean has(Version version) {
        return Files.isDirectory(version(version), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether the app has files without a receipt because a killed run has left them. */
    public boolean isRemnant() throws InstallException {
        boolean left = Files.exists(data) || Files.exists(state);
        return left && !hasReceipt() && (versions().isEmpty() || Files.exists(journal()));
    }

    /** Whether this user may change the app, by the permissions of its folders. */
    public boolean isWritable() {
        return otherOwner().isEmpty()
                && isWritable(state)
                && isWritable(data)
                && (!Files.exists(lock()) || Files.isWritable(lock()));
    }

    /** The owner of the app's folders, if it is another user who alone should change the app. */
    public Optional<FolderOwner> otherOwner() {
        return Stream.of(data, state)
                .flatMap(folder -> FolderOwner.other(folder).stream())
                .filter(FolderOwner::mustNotWrite)
                .findFirst();
    }

    /** Whether the app has a receipt, readable or not. */
    public boolean hasReceipt() {
        return Files.exists(receipt(), LinkOption.NOFOLLOW_LINKS);
    }

    /** The folder of the accepted TUF metadata. */
    public Path metadata() {
        return state.resolve("metadata");
    }

    /** The file with the last accepted manifest. */
    public Path manifest() {
        return state.resolve("manifest");
    }

    /** The file with the part of the last accepted manifest that a check needs. */
    public Path excerpt() {
        return state.resolve("excerpt");
    }

    /** The file with the signatures that were verified before. */
    public Path signatures() {
        return state.resolve("signatures");
    }

    Path versionsFolder() {
        return data.resolve("versions");
    }

    /** The file lists of the versions. They lie outside the version folders, which hold only published files. */
    Path fileLists() {
        return data.resolve("files");
    }

    Path fileList(Version version) {
        return fileLists().resolve(version + ".json");
    }

    /** Usually on the file system of the versions, so that a rename completes one. Garbage unless a cco is running. */
    Path stagingFolder() {
        return data.resolve(".staging");
    }

    /** The files of removed apps that were still in use, from all apps. Each run empties it as far as it can. */
    Path inUseFolder() {
        return data.resolveSibling(".in-use");
    }

    /** The copies on their way from the staging folder to versions on another file system. */
    Path incomingFolder() {
        return versionsFolder().resolve(".incoming");
    }

    /** An unused name in the staging folder. */
    Path newStaging() {
        return stagingFolder().resolve(UUID.randomUUID().toString());
    }

    Path receipt() {
        return data.resolve("receipt.json");
    }

    Path lock() {
        return state.resolve("lock");
    }

    Path journal() {
        return state.resolve("journal.json");
    }

    Path memory() {
        return state.resolve("memory.json");
    }

    Path rolloutId() {
        return state.resolve("rollout-id");
    }

    Path hold() {
        return state.resolve("hold.json");
    }

    Path quarantine() {
        return state.resolve("quarantine.json");
    }

    Path history() {
        return state.resolve("history.jsonl");
    }

    /** The files that are replaced as a whole by the process that has locked the app. */
    List<Path> records() {
        return List.of(
                receipt(),
                journal(),
                memory(),
                manifest(),
                excerpt(),
                signatures(),
                rolloutId(),
                hold(),
                quarantine(),
                history());
    }

    /** A missing folder would be created in its nearest existing parent. */
    static boolean isWritable(Path folder) {
        Path there = existing(folder);
        return Files.isDirectory(there) && Files.isWritable(there);
    }

    /** The folder, or the part of its path that exists. */
    static Path existing(Path folder) {
        Path there = folder.toAbsolutePath();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }

    private static Optional<Version> versionOf(Path folder) {
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Version.of(folder.getFileName().toString()));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }
}
