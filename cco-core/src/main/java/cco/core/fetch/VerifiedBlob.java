package cco.core.fetch;

import cco.core.model.Sha256;
import java.nio.file.Path;

/** A downloaded file whose size and digest are what the manifest says, and that every required verifier accepted. */
public final class VerifiedBlob {

    private final Path path;
    private final String name;
    private final Sha256 sha256;
    private final long size;

    VerifiedBlob(Path path, String name, Sha256 sha256, long size) {
        this.path = path;
        this.name = name;
        this.sha256 = sha256;
        this.size = size;
    }

    /** Where its bytes are. */
    public Path path() {
        return path;
    }

    /** The file name that the publisher gave it. */
    public String name() {
        return name;
    }

    /** The digest of its bytes. */
    public Sha256 sha256() {
        return sha256;
    }

    /** How many bytes it has. */
    public long size() {
        return size;
    }
}
