package cco.core.fetch;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.fetch.DocumentCache.Copy;
import cco.core.model.UntrustedBytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The small files of one origin. */
public final class OriginFiles {

    private final OriginClient reader;
    private final Origin origin;
    private final AnchorFiles pins;

    OriginFiles(OriginClient reader, Origin origin, AnchorFiles pins) {
        this.reader = reader;
        this.origin = origin;
        this.pins = pins;
    }

    /** The name of a file in messages. */
    public String name(String path) {
        return OriginClient.name(origin, path);
    }

    /**
     * Reads a file that has to be there.
     *
     * @param path inside the repository
     * @param cap the most bytes that the file may have
     * @throws SourceException if it cannot be read
     */
    public UntrustedBytes read(String path, long cap) throws CcoException {
        try {
            return bytes(path, cap);
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, path, e);
        }
    }

    /**
     * Reads a file that has to be there, that each of these verifiers accepts, and that is admitted then. Of a file
     * that is kept nearly nothing is sent. Since only the origin says that it is the same, nobody stays with it for
     * that: if it is refused now, all of it is asked for.
     */
    <T> T read(String path, long cap, List<Verifier> required, DocumentCache kept, DocumentReader<T> admission)
            throws CcoException {
        Optional<Copy> earlier = kept.servedBy(origin.name());
        Optional<Copy> sent = copy(path, cap, earlier);
        if (sent.isEmpty()) {
            try {
                return judged(path, earlier.orElseThrow(), required, admission);
            } catch (SourceException | VerificationException stale) {
                sent = copy(path, cap, Optional.empty());
            }
        }
        T admitted = judged(path, sent.orElseThrow(), required, admission);
        kept.keep(sent.get());
        return admitted;
    }

    private <T> T judged(String path, Copy copy, List<Verifier> required, DocumentReader<T> admission)
            throws CcoException {
        UntrustedBytes document = new UntrustedBytes(OriginClient.name(origin, path), copy.bytes());
        new Verification(reader, List.of(origin), pins, VerifiableFile.of(path, document.bytes())).require(required);
        return admission.admit(document);
    }

    private Optional<Copy> copy(String path, long cap, Optional<Copy> earlier) throws CcoException {
        ConditionalFetch rereading = new ConditionalFetch(reader, origin, path, Math.toIntExact(cap));
        try {
            return earlier.isPresent() ? rereading.unlessSameAs(earlier.get()) : Optional.of(rereading.whole());
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, path, e);
        }
    }

    /**
     * Reads a file that may be absent. Some hosts deny access to what they do not have.
     *
     * @param path inside the repository
     * @param cap the most bytes that the file may have
     * @throws SourceException if it cannot be told whether the file is there
     */
    public Optional<UntrustedBytes> find(String path, long cap) throws CcoException {
        try {
            return Optional.of(bytes(path, cap));
        } catch (NoSuchFileException | AccessDeniedException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, path, e);
        }
    }

    private UntrustedBytes bytes(String path, long cap) throws IOException, CcoException {
        return new UntrustedBytes(OriginClient.name(origin, path), reader.document(origin, path, Math.toIntExact(cap)));
    }
}
