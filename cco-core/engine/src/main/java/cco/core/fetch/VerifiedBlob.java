package cco.core.fetch;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.model.ProgressListener;
import cco.core.model.RepositoryFile;
import cco.core.model.Sha256;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A verified archive in the cache. Its size and digest match the accepted manifest, and every required verifier
 * accepted it. Only {@link Fetcher} makes one.
 */
public final class VerifiedBlob {

    private final BlobFiles files;
    private final RepositoryFile file;

    VerifiedBlob(BlobFiles files, RepositoryFile file) {
        this.files = files;
        this.file = file;
    }

    /** The file in the cache, which another process may delete at any time. */
    public Path path() {
        return files.blob();
    }

    /** The file's name, such as {@code cco-v0.3.0-linux-x86_64.tar.gz}. */
    public String name() {
        return file.name();
    }

    /** The digest of its content. */
    public Sha256 sha256() {
        return file.sha256();
    }

    /** The size in bytes. */
    public long size() {
        return file.size();
    }

    /** Moves the file out of the cache, where it need not survive a power cut, to a place on the same file system. */
    public void moveTo(Path target) throws IOException {
        DurableFiles.syncFile(files.blob());
        DurableFiles.move(files.blob(), target);
        files.delete();
    }

    /** Deletes the file, which is no longer needed. The listener gets a notice if that fails. */
    public void discard(ProgressListener listener) {
        try {
            files.delete();
        } catch (IOException e) {
            listener.notice("cannot delete " + path() + ", which is no longer needed: " + IoReason.brief(e));
        }
    }

    @Override
    public String toString() {
        return name() + " in " + path();
    }
}
