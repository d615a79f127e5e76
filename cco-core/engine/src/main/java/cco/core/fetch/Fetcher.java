package cco.core.fetch;

import cco.api.Origin;
import cco.api.Transport;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.http.RetryPolicy;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.RepositoryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gets documents and archives from the first origin whose files are accepted.
 *
 * <p>For an archive: lock its blob against other processes. If the cache has the whole file, hash it again and use it.
 * Otherwise ask the origins in order; each one resumes where the last one stopped. The file is hashed during the
 * download and renamed. Finally every required verifier must accept it. A failed download leaves only
 * {@code *.partial} files, which the app's next download of another archive removes.
 *
 * <p>An origin that exceeded a time limit comes last from then on, so that it delays a command only once.
 *
 * <p>The fetcher never decides what to trust: a {@link DocumentReader} checks documents, and the digest and size of an
 * archive come from an accepted manifest.
 */
public final class Fetcher {

    private final OriginClient client;
    private final Path blobDirectory;
    private final AnchorFiles anchors;

    /**
     * @param transport for the origins to use
     * @param blobDirectory the cache, created on demand; the file {@code <name>.lock} beside it is its lock
     * @param anchors the app's pinned files, for verifiers
     */
    public Fetcher(
            Transport transport, Path blobDirectory, AnchorFiles anchors, FetchLimits limits, RetryPolicy retries) {
        this.client = new OriginClient(transport, limits, retries);
        this.blobDirectory = blobDirectory.toAbsolutePath();
        this.anchors = anchors;
    }

    /**
     * Reads a small file. An origin whose file is malformed or refused counts as failed.
     *
     * @param origins the repositories, best first; at least one
     * @param path inside each repository
     * @param cap the document's maximum size in bytes
     * @throws VerificationException if no origin serves it and at least one served a refused file
     * @throws SourceException if no origin serves it for another reason
     * @throws CcoException of another kind if the reader throws it
     */
    public <T> T document(List<Origin> origins, String path, long cap, DocumentReader<T> reader) throws CcoException {
        return document(origins, path, cap, List.of(), DocumentCache.NEVER, reader);
    }

    /**
     * Reads a small file that needs a proof, such as the manifest in a trust mode that signs it. The verifiers get the
     * same bytes as the reader, and the proofs come from the origin that served the file.
     *
     * @param required the verifiers that must all accept before the reader is called
     * @param cache the copy that was accepted last, and from now on this one
     * @throws cco.core.error.InstallException if the cache cannot be written
     * @throws CcoException as {@link #document(List, String, long, DocumentReader)}; an origin whose file a verifier
     *     refuses has served a refused file
     */
    public <T> T document(
            List<Origin> origins,
            String path,
            long cap,
            List<Verifier> required,
            DocumentCache cache,
            DocumentReader<T> reader)
            throws CcoException {
        return exchange(origins, path, files -> files.read(path, cap, required, cache, reader));
    }

    /**
     * Reads several small files that belong together, all from one origin. An origin that lacks one of them, or serves
     * a refused one, counts as failed, and the task starts again with the next origin.
     *
     * @param origins the repositories, best first; at least one
     * @param what the name of the files in messages
     * @throws VerificationException if no origin serves them and at least one served a refused file
     * @throws SourceException if no origin serves them for another reason
     * @throws CcoException of another kind if the task throws it
     */
    public <T> T exchange(List<Origin> origins, String what, OriginTask<T> task) throws CcoException {
        OriginFailures failures = new OriginFailures();
        for (Origin origin : client.silentLast(origins)) {
            try {
                return task.with(new OriginFiles(client, origin, anchors));
            } catch (SourceException | VerificationException e) {
                failures.add(origin, e);
            }
        }
        throw failures.summary(what);
    }

    /**
     * Brings an archive into the cache, unless it is there already, and has it verified.
     *
     * @param origins the repositories, best first; at least one
     * @param app the archive's app
     * @param required the verifiers that must all accept
     * @throws VerificationException if a verifier refuses it, or if no origin serves it and one served other bytes
     * @throws SourceException if no origin serves it for another reason
     * @throws cco.core.error.BusyException if another process is downloading the same archive
     * @throws cco.core.error.InstallException if the cache cannot be written
     */
    public VerifiedBlob archive(
            List<Origin> origins, AppName app, RepositoryFile file, List<Verifier> required, ProgressListener listener)
            throws CcoException {
        new BlobCache(blobDirectory).discard(app, Optional.of(file.sha256()), listener);
        BlobFiles files = BlobFiles.of(blobDirectory, file.sha256());
        try (BlobLock _ = BlobLock.acquire(blobDirectory, file.sha256())) {
            files.claim(app);
            try {
                List<Origin> servers = files.intact(file) ? origins : List.of(download(origins, files, file, listener));
                listener.began(Phase.VERIFY, -1);
                new Verification(client, servers, anchors, VerifiableFile.of(file, files.blob())).require(required);
                return new VerifiedBlob(files, file);
            } finally {
                files.release();
            }
        }
    }

    private Origin download(List<Origin> origins, BlobFiles files, RepositoryFile file, ProgressListener listener)
            throws CcoException {
        ArchiveDownload download = new ArchiveDownload(client, files, file, listener);
        OriginFailures failures = new OriginFailures();
        listener.began(Phase.DOWNLOAD, file.size());
        for (Origin origin : client.silentLast(origins)) {
            try {
                download.from(origin);
                failures.reasons().forEach(listener::notice);
                return origin;
            } catch (SourceException | VerificationException e) {
                failures.add(origin, e);
            }
        }
        throw failures.summary(file.path());
    }
}
