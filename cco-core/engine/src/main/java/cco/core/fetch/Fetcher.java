package cco.core.fetch;

import cco.api.Origin;
import cco.api.Transport;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.AppName;
import cco.core.model.ProgressListener;
import cco.core.model.ProgressListener.Phase;
import cco.core.model.RepositoryFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Gets documents and archives from the first origin that serves what is accepted.
 *
 * <p>For an archive: lock its blob against other processes; if the cache has it whole, hash it again and use it;
 * otherwise ask the origins in order. Each goes on where the last one stopped; the file is hashed as it comes, synced
 * and renamed. Then every required verifier must accept it. A failed download leaves nothing but {@code *.partial}
 * files, which the app's next download of another archive removes.
 *
 * <p>An origin that did not answer in time is asked last from then on, so that it is waited for once and not for each
 * file.
 *
 * <p>It never decides what to trust: documents are judged by an {@link DocumentReader}, archives by the digest and
 * size that
 * the caller took from an accepted manifest.
 */
public final class Fetcher {

    private final OriginClient reader;
    private final Path blobDirectory;
    private final AnchorFiles pins;

    /**
     * @param transport lent to the origins
     * @param blobDirectory the cache, created when it is needed; a file {@code <name>.lock} beside it is its lock
     * @param pins what is pinned for the app, for verifiers
     */
    public Fetcher(Transport transport, Path blobDirectory, AnchorFiles pins, FetchLimits limits) {
        this.reader = new OriginClient(transport, limits);
        this.blobDirectory = blobDirectory.toAbsolutePath();
        this.pins = pins;
    }

    /**
     * Reads a small file and has it judged. An origin whose file is malformed or refused counts as failed.
     *
     * @param origins the repositories to ask, best first; at least one
     * @param path inside each repository
     * @param cap the most bytes that the document may have
     * @throws VerificationException if no origin serves it and at least one served something that was refused
     * @throws SourceException if no origin serves it for any other reason
     * @throws CcoException of another kind if the admission throws it
     */
    public <T> T document(List<Origin> origins, String path, long cap, DocumentReader<T> admission)
            throws CcoException {
        return document(origins, path, cap, List.of(), DocumentCache.NEVER, admission);
    }

    /**
     * Reads a small file that needs a proof of its own, such as the manifest in a trust mode that signs it. What the
     * verifiers are shown are the bytes that the admission gets; their proofs come from the origin that served them.
     *
     * @param required the verifiers that must all accept before the admission is asked
     * @param kept what was admitted last, which is not sent again unless it has changed; from now on, what is admitted
     *     now
     * @throws cco.core.error.InstallException if that cannot be kept
     * @throws CcoException as {@link #document(List, String, long, DocumentReader)}; an origin whose file a verifier
     * refuses
     *     has served something that was refused
     */
    public <T> T document(
            List<Origin> origins,
            String path,
            long cap,
            List<Verifier> required,
            DocumentCache kept,
            DocumentReader<T> admission)
            throws CcoException {
        return exchange(origins, path, files -> files.read(path, cap, required, kept, admission));
    }

    /**
     * Reads several small files that belong together, all of them from one origin. An origin that lacks one, or serves
     * one that is refused, counts as failed, and the exchange begins anew with the next.
     *
     * @param origins the repositories to ask, best first; at least one
     * @param what is exchanged, for messages
     * @throws VerificationException if no origin serves it and at least one served something that was refused
     * @throws SourceException if no origin serves it for any other reason
     * @throws CcoException of another kind if the exchange throws it
     */
    public <T> T exchange(List<Origin> origins, String what, OriginTask<T> exchange) throws CcoException {
        OriginFailures failures = new OriginFailures();
        for (Origin origin : reader.silentLast(origins)) {
            try {
                return exchange.with(new OriginFiles(reader, origin, pins));
            } catch (SourceException | VerificationException e) {
                failures.add(origin, e);
            }
        }
        throw failures.summary(what);
    }

    /**
     * Brings an archive into the cache, unless it is there, and has it verified.
     *
     * @param origins the repositories to ask, best first; at least one
     * @param app the app that the archive belongs to
     * @param required the verifiers that must all accept
     * @throws VerificationException if a verifier refuses it, or if no origin serves it and one served other bytes
     * @throws SourceException if no origin serves it for any other reason
     * @throws cco.core.error.BusyException if another process is fetching the same archive
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
                new Verification(reader, servers, pins, VerifiableFile.of(file, files.blob())).require(required);
                return new VerifiedBlob(files, file);
            } finally {
                files.release();
            }
        }
    }

    private Origin download(List<Origin> origins, BlobFiles files, RepositoryFile file, ProgressListener listener)
            throws CcoException {
        ArchiveDownload download = new ArchiveDownload(reader, files, file, listener);
        OriginFailures failures = new OriginFailures();
        listener.began(Phase.DOWNLOAD, file.size());
        for (Origin origin : reader.silentLast(origins)) {
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
