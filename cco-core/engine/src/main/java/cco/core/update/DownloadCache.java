package cco.core.update;

import cco.core.error.CcoException;
import cco.core.fetch.BlobCache;
import cco.core.model.AppName;
import cco.core.session.EngineContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The downloads on this machine. All of them can be deleted: cco downloads again what it needs. */
public final class DownloadCache {

    private final EngineContext context;
    private final BlobCache cache;

    DownloadCache(EngineContext context) {
        this.context = context;
        this.cache = new BlobCache(context.dirs().blobs());
    }

    /**
     * The downloads of one app.
     *
     * @param app the app; empty for downloads of an unknown app
     * @param downloads the number of complete and partial downloads
     * @param bytes their size
     */
    public record Usage(Optional<AppName> app, int downloads, long bytes) {}

    /**
     * Adds up the downloads of each app, sorted by name; those of an unknown app come first.
     *
     * @return one entry per app with downloads; may be empty
     * @throws CcoException if the cache cannot be read
     */
    public List<Usage> usage() throws CcoException {
        List<Usage> usage = new ArrayList<>();
        for (BlobCache.CachedDownload download : cache.list()) {
            int index = indexOf(usage, download.app());
            if (index < 0) {
                usage.add(new Usage(download.app(), 1, download.bytes()));
            } else {
                Usage before = usage.get(index);
                usage.set(index, new Usage(before.app(), before.downloads() + 1, before.bytes() + download.bytes()));
            }
        }
        usage.sort(Comparator.comparing(entry -> entry.app().map(AppName::value).orElse("")));
        return usage;
    }

    private static int indexOf(List<Usage> usage, Optional<AppName> app) {
        return usage.stream().map(Usage::app).toList().indexOf(app);
    }

    /**
     * Adds a downloaded archive, so that an installation need not download it again. It is verified like a download.
     *
     * @param app the app
     * @param archive the archive, whose name does not matter
     * @throws CcoException if it cannot be read or copied
     */
    public void add(AppName app, Path archive) throws CcoException {
        cache.add(app, archive);
    }

    /**
     * Deletes all downloads except those in progress, which are notices.
     *
     * @return the number of deleted bytes
     * @throws CcoException if the cache cannot be read
     */
    public long clean() throws CcoException {
        long before = bytes();
        cache.clean(context.listener());
        return before - bytes();
    }

    private long bytes() throws CcoException {
        return cache.list().stream().mapToLong(BlobCache.CachedDownload::bytes).sum();
    }
}
