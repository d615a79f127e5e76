package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import java.util.Objects;
import java.util.Optional;

/** A file that the repository's trusted roles vouch for. Only metadata that was verified makes one. */
public final class TargetFile {

    private final String path;
    private final long length;
    private final Hashes hashes;

    TargetFile(String path, long length, Hashes hashes) {
        this.path = path;
        this.length = length;
        this.hashes = Objects.requireNonNull(hashes);
    }

    /** Its name in the metadata, {@code /}-separated; chosen by the publisher, so no path of a disk. */
    public String path() {
        return path;
    }

    /** Its exact size in bytes. */
    public long length() {
        return length;
    }

    /** Its SHA-256, if the metadata has that one. */
    public Optional<Sha256> sha256() {
        return hashes.sha256();
    }

    /** A name for a local copy in one folder: the path, percent-encoded, the slash too. */
    public String fileName() {
        return Percent.segment(path);
    }

    /**
     * Decides whether these bytes are the file.
     *
     * @throws VerificationException if the size or any digest differs
     */
    public void require(UntrustedBytes document) throws VerificationException {
        if (!isSameAs(document)) {
            throw MetadataErrors.untrusted(document.name(), "it is not the file that the metadata promises");
        }
    }

    /** Whether these bytes, wherever they come from, are the file. */
    public boolean isSameAs(UntrustedBytes document) {
        return document.bytes().length == length && hashes.match(document.bytes());
    }

    /**
     * Decides whether a file that the manifest names is this one.
     *
     * @throws VerificationException if the manifest promises another size or digest than the metadata
     */
    public void requireAgreement(Sha256 promised, long size) throws VerificationException {
        if (size != length || !hashes.sha256().filter(promised::equals).isPresent()) {
            throw MetadataErrors.mixed(path, "the manifest and the metadata promise different files");
        }
    }

    /** Where it lies below the repository's targets, encoded; with its digest if snapshots are consistent. */
    String location(boolean consistentSnapshot) {
        int name = path.lastIndexOf('/') + 1;
        String digest = consistentSnapshot ? hashes.first() + "." : "";
        return Percent.path(path.substring(0, name) + digest + path.substring(name));
    }
}
