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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where one app's things are. It names places and creates none of them.
 *
 * @param app the app
 * @param data its home folder: versions, the pointer to the current one, receipt; absolute
 * @param state its state folder: lock, journal, memory; absolute
 */
public record AppHome(AppName app, Path data, Path state) {

    public AppHome {
        data = data.toAbsolutePath().normalize();
        state = state.toAbsolutePath().normalize();
    }

    /** The apps that have a home in this folder, by name; some of them may have no receipt. */
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
            throw InstallErrors.of("cannot list the apps that cco keeps", e, "check the permissions of " + folder);
        }
        apps.sort(Comparator.comparing(AppName::value));
        return apps;
    }

    /** The versions whose folders are complete, in ascending order. Files and folders of other names are left out. */
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

    /** The folder of a version, whether or not it is there. */
    public Path version(Version version) {
        return versionsFolder().resolve(version.toString());
    }

    /** Whether the version's folder is there. Folders get their names when they are complete. */
    public boolean has(Version version) {
        return Files.isDirectory(version(version), LinkOption.NOFOLLOW_LINKS);
    }

    /** Whether there is something of the app, but no version: what a removal leaves that was killed at its end. */
    public boolean isRemnant() throws InstallException {
        return (Files.exists(data) || Files.exists(state)) && versions().isEmpty();
    }

    /** Whether this user may change the app, as far as the permissions of its folders tell. */
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

    /** Whether cco keeps the app. */
    public boolean hasReceipt() {
        return Files.exists(receipt());
    }

    /** Where the signed metadata that was accepted is kept. */
    public Path metadata() {
        return state.resolve("metadata");
    }

    /** Where the manifest that was accepted last is kept. */
    public Path manifest() {
        return state.resolve("manifest");
    }

    Path versionsFolder() {
        return data.resolve("versions");
    }

    /** The recorded files of the versions are beside their folders, which hold what the publisher shipped. */
    Path fileLists() {
        return data.resolve("files");
    }

    Path fileList(Version version) {
        return fileLists().resolve(version + ".json");
    }

    /** On the same file system as the versions, so that a rename completes one. Rubbish whenever no cco is at work. */
    Path stagingFolder() {
        return data.resolve(".staging");
    }

    /** A name in the staging folder that nothing has yet. */
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

    /** A folder that is missing is made in the nearest one that is there. */
    private static boolean isWritable(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there);
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
