package cco.core.delta;

import cco.core.model.FileEntry;
import cco.core.model.Sha256;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;

/** A new file that is hashed while it is written, and never gets longer than it should be. */
final class HashedOutput extends FilterOutputStream {

    private final MessageDigest digest = Sha256.newDigest();
    private final long limit;
    private long size;

    HashedOutput(OutputStream out, long limit) {
        super(out);
        this.limit = limit;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        size += length;
        if (size <= limit) {
            digest.update(bytes, offset, length);
            out.write(bytes, offset, length);
        }
    }

    /** Checks that the file is the one that the list names. */
    void require(FileEntry file) throws DeltaException {
        if (size != file.size() || !Sha256.from(digest.digest()).equals(file.sha256())) {
            throw new DeltaException("the result for " + file.path() + " is not the file of the new version");
        }
    }
}
