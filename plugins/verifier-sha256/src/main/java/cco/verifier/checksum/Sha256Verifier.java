package cco.verifier.checksum;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The verifier {@code sha256}: the file's digest must be the one that the manifest promises. */
public final class Sha256Verifier implements Verifier {

    private static final int BUFFER = 1 << 16;

    /** Called by ServiceLoader. */
    public Sha256Verifier() {}

    @Override
    public String id() {
        return "sha256";
    }

    @Override
    public Verdict verify(Artifact artifact) throws IOException {
        Optional<String> promised = artifact.promisedDigest("sha256");
        if (promised.isEmpty()) {
            return new Verdict.Rejected("the manifest promises no sha256 for it");
        }
        String found = digest(artifact);
        return found.equals(promised.get())
                ? new Verdict.Accepted("sha256 " + found)
                : new Verdict.Rejected("its sha256 is " + found + ", not " + promised.get() + " as promised");
    }

    private static String digest(Artifact artifact) throws IOException {
        MessageDigest digest = newDigest();
        try (InputStream stream = artifact.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
