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

/** The verifier {@code sha256}: a file must have the SHA-256 digest that the manifest lists. */
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
        Optional<String> listed = artifact.promisedDigest("sha256");
        if (listed.isEmpty()) {
            return new Verdict.Rejected("the manifest lists no sha256 for it");
        }
        Optional<String> computed = artifact.digest("sha256");
        String found = computed.isPresent() ? computed.get() : digest(artifact);
        return found.equals(listed.get())
                ? new Verdict.Accepted("sha256 " + found)
                : new Verdict.Rejected("its sha256 is " + found + ", not " + listed.get() + " as listed");
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
