package cco.core.fetch;

import cco.api.Origin;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.trust.UntrustedBytes;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/** The small files of one origin. */
public final class OriginFiles {

    private final OriginReader reader;
    private final Origin origin;
    private final Pins pins;

    OriginFiles(OriginReader reader, Origin origin, Pins pins) {
        this.reader = reader;
        this.origin = origin;
        this.pins = pins;
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
            throw OriginReader.unreadable(origin, path, e);
        }
    }

    /** Reads a file that has to be there, and that each of these verifiers accepts. */
    UntrustedBytes read(String path, long cap, List<Verifier> required) throws CcoException {
        UntrustedBytes document = read(path, cap);
        new Verification(reader, List.of(origin), pins, Subject.of(path, document.bytes())).require(required);
        return document;
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
            throw OriginReader.unreadable(origin, path, e);
        }
    }

    private UntrustedBytes bytes(String path, long cap) throws IOException, CcoException {
        return new UntrustedBytes(
                OriginReader.name(origin, path), reader.document(origin, path, Math.toIntExact(cap)));
    }
}
