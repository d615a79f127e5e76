package cco.verifier.gpg;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Artifact;
import cco.api.Verdict;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/** A file in memory with its proofs and the anchors of its app. */
record Download(String content, byte[] keyring, Map<String, byte[]> proofs) {

    static final String CONTENT = "what is signed\r\n";

    static Download of(byte[] keyring, byte[] signature) {
        return new Download(CONTENT, keyring, Map.of(".asc", signature));
    }

    /** The verdict at a time; the verifier never throws. */
    Verdict verdict(Instant now) throws IOException {
        return new GpgVerifier(InstantSource.fixed(now)).verify(shown());
    }

    void isAccepted(Instant now, String... evidence) throws IOException {
        Verdict verdict = verdict(now);
        String found = assertInstanceOf(Verdict.Accepted.class, verdict, verdict::toString)
                .evidence();
        for (String part : evidence) {
            assertTrue(found.contains(part), found);
        }
    }

    void isRejected(Instant now, String reason) throws IOException {
        Verdict verdict = verdict(now);
        String found = assertInstanceOf(Verdict.Rejected.class, verdict, verdict::toString)
                .reason();
        assertTrue(found.contains(reason), found);
    }

    private Artifact shown() {
        Map<String, byte[]> anchors = keyring == null ? Map.of() : Map.of(GpgVerifier.ANCHOR, keyring);
        return new cco.tck.Download("app.tar.gz", content.getBytes(), Map.of(), proofs, anchors);
    }
}
