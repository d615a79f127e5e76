package cco.core.session;

import cco.core.disk.DurableFiles;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.StorageException;
import cco.core.fetch.VerifiedBlob;
import cco.core.model.RepositoryFile;
import cco.core.model.UntrustedBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Copies files of a release repository into a folder. Each is verified as for an installation before it appears. */
public final class VerifiedCopy {

    /** The largest detached signature that a client reads. */
    private static final long MAX_SIGNATURE = 64 << 10;

    private final AppSession session;
    private final AppSources sources;

    /** A copy from these sources; the cache of the session is on the file system of the copies. */
    public VerifiedCopy(AppSession session, AppSources sources) {
        this.session = session;
        this.sources = sources;
    }

    /**
     * Copies a file, unless a file of its size is there. A killed copy continues where it stopped.
     *
     * @return whether it was copied
     * @throws CcoException if no source has it, it is refused, or the copy cannot be written
     */
    public boolean copy(AcceptedManifest accepted, RepositoryFile file, Path target) throws CcoException {
        accepted.verifyTarget(file);
        try {
            if (Files.isRegularFile(target) && Files.size(target) == file.size()) {
                return false;
            }
            DurableFiles.createDirectories(target.getParent());
            download(accepted, file).moveTo(target);
            return true;
        } catch (IOException e) {
            throw new StorageException(
                    "cannot write " + target + ": " + IoReason.brief(e),
                    "check the free space and the permissions there",
                    e);
        }
    }

    /** Downloads a file into the cache. */
    VerifiedBlob download(AcceptedManifest accepted, RepositoryFile file) throws CcoException {
        return session.fetcher(sources)
                .archive(
                        accepted.locate(file, sources.origins()),
                        session.app(),
                        file,
                        sources.signatures(session.context().providers()),
                        session.listener());
    }

    /** Reads a detached signature, which clients verify themselves; nothing if there is none. */
    public Optional<UntrustedBytes> signature(String path) throws CcoException {
        return session.fetcher(sources).exchange(sources.origins(), path, files -> files.find(path, MAX_SIGNATURE));
    }
}
