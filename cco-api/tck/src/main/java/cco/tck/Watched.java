package cco.tck;

import cco.api.Artifact;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A download that returns a few bytes at a time, counts its open streams, and can have unreadable parts.
 *
 * @param broken the unreadable part
 */
record Watched(Download download, Broken broken, AtomicInteger unclosed) implements Artifact {

    /** The parts that can be unreadable. */
    enum Broken {
        NOTHING,
        FILE,
        MIDDLE,
        PROOF,
        ANCHOR
    }

    private static final int PIECE = 3;

    Watched(Download download, Broken broken) {
        this(download, broken, new AtomicInteger());
    }

    @Override
    public String name() {
        return download.name();
    }

    @Override
    public long size() {
        return download.size();
    }

    @Override
    public InputStream open() throws IOException {
        failIf(Broken.FILE);
        unclosed.incrementAndGet();
        return new Pieces();
    }

    @Override
    public Optional<String> promisedDigest(String algorithm) {
        return download.promisedDigest(algorithm);
    }

    @Override
    public Optional<byte[]> proof(String suffix) throws IOException {
        failIf(Broken.PROOF);
        return download.proof(suffix);
    }

    @Override
    public Optional<byte[]> anchor(String name) throws IOException {
        failIf(Broken.ANCHOR);
        return download.anchor(name);
    }

    private void failIf(Broken part) throws IOException {
        if (broken == part) {
            throw new IOException("cannot read: " + part);
        }
    }

    private final class Pieces extends FilterInputStream {

        private long left = broken == Broken.MIDDLE ? download.size() / 2 : Long.MAX_VALUE;
        private boolean closed;

        Pieces() {
            super(download.open());
        }

        @Override
        public int read() throws IOException {
            require(1);
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int count) throws IOException {
            int piece = Math.min(count, PIECE);
            require(piece);
            return super.read(buffer, from, piece);
        }

        private void require(int count) throws IOException {
            left -= count;
            if (left < 0) {
                failIf(Broken.MIDDLE);
            }
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                unclosed.decrementAndGet();
            }
            super.close();
        }
    }
}
