package cco.core.metadata;

import cco.core.disk.IoReason;
import cco.core.disk.StateWriter;
import cco.core.error.InstallException;
import cco.core.model.Sha256;
import cco.core.tuf.SignatureMemory;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/**
 * The signatures that earlier runs verified, in a file with one digest a line. The file is as safe as the pinned root,
 * because both belong to the same user. A missing or damaged file remembers nothing.
 */
public final class StoredSignatures implements SignatureMemory {

    /** One for each role of a repository; delegations are rare. */
    private static final int MOST = 16;

    private static final int LIMIT = 1 << 16;

    private final Path file;
    private final StateWriter writer;
    private final SequencedSet<String> proofs;
    private boolean news;

    /** The signatures in this file, which {@link #store} creates. */
    public StoredSignatures(Path file, StateWriter writer) {
        this.file = file;
        this.writer = writer;
        this.proofs = read(file);
    }

    private static SequencedSet<String> read(Path file) {
        try (InputStream stream = new FileInputStream(file.toFile())) {
            String lines = new String(stream.readNBytes(LIMIT), StandardCharsets.US_ASCII);
            return new LinkedHashSet<>(lines.lines().toList());
        } catch (IOException e) {
            return new LinkedHashSet<>(); // everything is verified again
        }
    }

    @Override
    public boolean contains(Sha256 proof) {
        return proofs.contains(proof.hex());
    }

    @Override
    public void add(Sha256 proof) {
        proofs.addLast(proof.hex());
        news = true;
    }

    /**
     * Writes the newest signatures, if there is a new one.
     *
     * @throws InstallException if the file cannot be written
     */
    public void store() throws InstallException {
        if (!news) {
            return;
        }
        while (proofs.size() > MOST) {
            proofs.removeFirst();
        }
        try {
            writer.write(file, (String.join("\n", proofs) + "\n").getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new InstallException(
                    "cannot remember the verified signatures in " + file + ": " + IoReason.brief(e),
                    "check the free space and the permissions of its folder",
                    e);
        }
        news = false;
    }
}
