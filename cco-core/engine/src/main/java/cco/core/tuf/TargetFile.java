package cco.core.tuf;

import cco.core.disk.BrokenTransfer;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.util.Objects;
import java.util.Optional;

/** A file that trusted metadata lists. Only verified metadata yields one. */
public final class TargetFile {

    private final String path;
    private final long length;
    private final Hashes hashes;

    TargetFile(String path, long length, Hashes hashes) {
        this.path = path;
        this.length = length;
        this.hashes = Objects.requireNonNull(hashes);
    }

    /**
     * {@return its name in the metadata, separated by slashes}
     *
     * <p>The publisher chooses it, so never use it as a local path.
     */
    public String path() {
        return path;
    }

    /** {@return its exact size in bytes} */
    public long length() {
        return length;
    }

    /** {@return its SHA-256, if the metadata lists that digest} */
    public Optional<Sha256> sha256() {
        return hashes.sha256();
    }

    /** {@return a file name for a local copy: the path, percent-encoded including its slashes} */
    public String fileName() {
        return PercentEncoding.segment(path);
    }

    /**
     * Requires that these bytes are the file (TUF 5.7.3).
     *
     * @param document the document to verify
     * @throws SourceException if the transfer broke off
     * @throws VerificationException if the size or a digest differs
     */
    public void require(UntrustedBytes document) throws SourceException, VerificationException {
        if (!isSameAs(document)) {
            Optional<SourceException> broken =
                    BrokenTransfer.explain(document.name(), document.bytes(), document.bytes().length, length);
            if (broken.isPresent()) {
                throw broken.get();
            }
            throw MetadataErrors.untrusted(document.name(), "it is not the file that the metadata lists");
        }
    }

    /**
     * {@return whether these bytes are the file, whatever their origin}
     *
     * @param document the document to verify
     */
    public boolean isSameAs(UntrustedBytes document) {
        return document.bytes().length == length && hashes.match(document.bytes());
    }

    /**
     * Requires that the manifest lists the same file.
     *
     * @param listed the digest in the manifest
     * @param size the size in bytes
     * @throws VerificationException if the manifest lists another size or digest than the metadata
     */
    public void requireAgreement(Sha256 listed, long size) throws VerificationException {
        if (size != length || !hashes.sha256().filter(listed::equals).isPresent()) {
            throw MetadataErrors.mixed(path, "the manifest and the metadata list different files");
        }
    }

    /** Its percent-encoded location below the targets folder; with its digest if snapshots are consistent. */
    String location(boolean consistentSnapshot) {
        return PercentEncoding.path(consistentSnapshot ? consistentPath() : path);
    }

    /** Its path below the targets folder, with a digest in the file name (TUF 5.7.3). */
    String consistentPath() {
        int name = path.lastIndexOf('/') + 1;
        return path.substring(0, name) + hashes.first() + "." + path.substring(name);
    }
}
