package cco.core.fetch;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.fetch.DocumentCache.Copy;
import cco.core.fetch.DocumentCache.Mark;
import cco.core.fetch.DocumentCache.Unread;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The small files of one origin. */
public final class OriginFiles {

    private final OriginClient client;
    private final Origin origin;
    private final AnchorFiles anchors;

    OriginFiles(OriginClient client, Origin origin, AnchorFiles anchors) {
        this.client = client;
        this.origin = origin;
        this.anchors = anchors;
    }

    /** The name of a file in messages. */
    public String name(String path) {
        return OriginClient.name(origin, path);
    }

    /**
     * Reads a required file.
     *
     * @param path inside the repository
     * @param cap the maximum size in bytes
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
     * Reads a required file, or its cached copy if that is current, and passes it to the verifiers and the reader,
     * unless the reader knows its digest. That the copy is current is only the origin's word: if the copy is refused
     * now, the whole file is requested.
     */
    <T> T read(String path, long cap, List<Verifier> required, DocumentCache cache, DocumentReader<T> reader)
            throws CcoException {
        Optional<Unread> unread = cache.unread(origin.name());
        Optional<T> known =
                unread.flatMap(copy -> reader.known(copy::sha256, copy.mark().length()));
        Optional<Copy> cached = known.isPresent() ? Optional.empty() : cache.servedBy(origin.name());
        Optional<Mark> mark = known.isPresent() ? unread.map(Unread::mark) : cached.map(Copy::mark);
        Optional<Copy> sent = copy(path, cap, mark);
        if (sent.isEmpty() && known.isPresent()) {
            return known.get();
        }
        if (sent.isEmpty()) {
            try {
                return verified(path, cached.orElseThrow(), required, reader);
            } catch (SourceException | VerificationException stale) {
                sent = copy(path, cap, Optional.empty());
            }
        }
        return accepted(path, sent.orElseThrow(), required, cache, reader);
    }

    /** Accepts a file that has just arrived, which may be the same as before: not every origin has tags. */
    private <T> T accepted(
            String path, Copy sent, List<Verifier> required, DocumentCache cache, DocumentReader<T> reader)
            throws CcoException {
        Optional<T> known = reader.known(() -> Sha256.of(sent.bytes()), sent.bytes().length);
        T accepted = known.isPresent() ? known.get() : verified(path, sent, required, reader);
        cache.keep(sent);
        return accepted;
    }

    private <T> T verified(String path, Copy copy, List<Verifier> required, DocumentReader<T> reader)
            throws CcoException {
        UntrustedBytes document = new UntrustedBytes(OriginClient.name(origin, path), copy.bytes());
        new Verification(client, List.of(origin), anchors, VerifiableFile.of(path, document.bytes())).require(required);
        return reader.read(document);
    }

    private Optional<Copy> copy(String path, long cap, Optional<Mark> cached) throws CcoException {
        ConditionalFetch fetch = new ConditionalFetch(client, origin, path, Math.toIntExact(cap));
        try {
            return cached.isPresent() ? fetch.unlessSameAs(cached.get()) : Optional.of(fetch.whole());
        } catch (IOException e) {
            throw OriginClient.unreadable(origin, path, e);
        }
    }

    /**
     * Reads an optional file. Some servers deny access to missing files.
     *
     * @param path inside the repository
     * @param cap the maximum size in bytes
     * @throws SourceException if the origin does not say whether the file exists
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
        return new UntrustedBytes(OriginClient.name(origin, path), client.document(origin, path, Math.toIntExact(cap)));
    }
}
