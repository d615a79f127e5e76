package cco.core.fetch;

import cco.core.disk.DurableFiles;
import cco.core.disk.FileDigest;
import cco.core.disk.FileMutex;
import cco.core.disk.IoReason;
import cco.core.error.BusyException;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The downloads of all apps. It removes superseded archives of an app and files that belong to no app, except those
 * that another process is downloading.
 */
public final class BlobCache {

    private static final Pattern NAME = Pattern.compile(
            "([0-9a-f]{64})(\\.partial|\\.validator\\.partial|" + Pattern.quote(BlobFiles.WANTED_BY) + ")?");

    private final Path directory;

    /** The cache in this folder, which may be missing. */
    public BlobCache(Path directory) {
        this.directory = directory.toAbsolutePath();
    }

    /**
     * Removes an app's downloads. The listener gets a notice of each that cannot be removed.
     *
     * @param except a download to keep
     */
    public void discard(AppName app, Optional<Sha256> except, ProgressListener listener) throws CcoException {
        remove(wanted -> wanted.equals(Optional.of(app.value())), except, listener);
    }

    /**
     * Removes the lock file, unless a download is running.
     *
     * @throws InstallException if it cannot be removed
     */
    public void discardLock() throws InstallException {
        Path lock = BlobLock.file(directory);
        try {
            FileMutex.discard(lock);
        } catch (IOException e) {
            throw BlobFiles.unusable(lock, e);
        }
    }

    /**
     * Copies a file into the cache as a download of an app. It is verified like any other when it is used, and removed
     * when the app needs another one.
     *
     * @throws InstallException if it cannot be copied
     */
    public void add(AppName app, Path file) throws CcoException {
        try {
            Sha256 sha256 = FileDigest.of(file);
            DurableFiles.createDirectories(directory);
            try (BlobLock _ = BlobLock.acquire(directory, sha256)) {
                BlobFiles files = BlobFiles.of(directory, sha256);
                files.claim(app);
                Files.copy(file, files.partial(), StandardCopyOption.REPLACE_EXISTING);
                DurableFiles.moveSoon(files.partial(), files.blob());
            }
        } catch (IOException e) {
            throw BlobFiles.unusable(file, e);
        }
    }

    /** The number of bytes of a file that are not in the cache yet. */
    public long missing(RepositoryFile file) {
        BlobFiles files = BlobFiles.of(directory, file.sha256());
        long present = Math.max(
                files.blob().toFile().length(), files.partial().toFile().length());
        return Math.max(0, file.size() - present);
    }

    /**
     * A complete or partial download.
     *
     * @param app the app that it belongs to, if that is known
     * @param bytes its size on the disk
     */
    public record CachedDownload(Optional<AppName> app, long bytes) {}

    /** Lists all downloads. */
    public List<CachedDownload> list() throws InstallException {
        List<CachedDownload> list = new ArrayList<>();
        for (Map.Entry<String, Optional<String>> entry : downloads().entrySet()) {
            BlobFiles files = BlobFiles.of(directory, new Sha256(entry.getKey()));
            long bytes =
                    files.blob().toFile().length() + files.partial().toFile().length();
            list.add(
                    new CachedDownload(entry.getValue().filter(AppName::isValid).map(AppName::new), bytes));
        }
        return list;
    }

    /** Removes all downloads, except those in progress. */
    public void clean(ProgressListener listener) throws CcoException {
        remove(_ -> true, Optional.empty(), listener);
    }

    /** How many downloads belong to none of these apps. */
    public int strays(Set<AppName> apps) throws InstallException {
        return (int) downloads().values().stream().filter(strayAmong(apps)).count();
    }

    /** Removes the downloads that belong to none of these apps. */
    public void discardStrays(Set<AppName> apps, ProgressListener listener) throws CcoException {
        remove(strayAmong(apps), Optional.empty(), listener);
    }

    private static Predicate<Optional<String>> strayAmong(Set<AppName> apps) {
        Set<String> names = new TreeSet<>();
        apps.forEach(app -> names.add(app.value()));
        return wanted -> wanted.filter(names::contains).isEmpty();
    }

    private void remove(Predicate<Optional<String>> which, Optional<Sha256> except, ProgressListener listener)
            throws CcoException {
        for (var download : downloads().entrySet()) {
            Sha256 sha256 = new Sha256(download.getKey());
            if (which.test(download.getValue()) && !except.equals(Optional.of(sha256))) {
                remove(sha256, listener);
            }
        }
    }

    private void remove(Sha256 sha256, ProgressListener listener) throws CcoException {
        try (BlobLock _ = BlobLock.acquire(directory, sha256)) {
            BlobFiles.of(directory, sha256).delete();
        } catch (BusyException inUse) {
            listener.notice("kept a download that is no longer needed: " + inUse.getMessage());
        } catch (IOException e) {
            listener.notice("cannot delete a download that is no longer needed: " + IoReason.brief(e));
        }
    }

    /** The digest of each download, with its app if that is known. */
    private TreeMap<String, Optional<String>> downloads() throws InstallException {
        TreeMap<String, Optional<String>> downloads = new TreeMap<>();
        if (!Files.isDirectory(directory)) {
            return downloads;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches()) {
                    downloads.computeIfAbsent(name.group(1), this::wantedBy);
                }
            }
        } catch (IOException e) {
            throw BlobFiles.unusable(directory, e);
        }
        return downloads;
    }

    private Optional<String> wantedBy(String digest) {
        try {
            return Optional.of(Files.readString(directory.resolve(digest + BlobFiles.WANTED_BY))
                    .strip());
        } catch (IOException unknown) {
            return Optional.empty();
        }
    }
}
