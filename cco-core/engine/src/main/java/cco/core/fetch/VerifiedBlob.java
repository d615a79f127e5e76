package cco.core.fetch;

import cco.core.disk.IoReason;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A complete file whose size and digest are those of the accepted manifest, and which every required verifier accepted.
 * Only {@link Fetcher} makes one.
 */
public final class VerifiedBlob {

    private final BlobFiles files;
    private final RepositoryFile file;

    VerifiedBlob(BlobFiles files, RepositoryFile file) {
        this.files = files;
        this.file = file;
    }

    /** The file; another process may delete it at any time, as it lies in a cache. */
    public Path path() {
        return files.blob();
    }

    /** The name that the publisher gave it, such as {@code cco-v0.3.0-linux-x86_64.tar.gz}. */
    public String name() {
        return file.name();
    }

    /** The digest of its content. */
    public Sha256 sha256() {
        return file.sha256();
    }

    /** The number of its bytes. */
    public long size() {
        return file.size();
    }

    /**
     * Removes the file from the cache: it is unpacked, or it is not fit to be. If that fails it only takes up room, of
     * which the listener is told.
     */
    public void discard(ProgressListener listener) {
        try {
            files.delete();
        } catch (IOException e) {
            listener.notice("cannot delete " + path() + ", which is of no use any more: " + IoReason.brief(e));
        }
    }

    @Override
    public String toString() {
        return name() + " in " + path();
    }
}
