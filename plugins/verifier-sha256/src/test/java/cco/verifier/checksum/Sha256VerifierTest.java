package cco.verifier.checksum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256VerifierTest {

    /** FIPS 180-4, the digest of "abc". */
    static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private record Text(String content, Optional<String> promise) implements Artifact {

        @Override
        public String name() {
            return "app.tar.gz";
        }

        @Override
        public long size() {
            return content.length();
        }

        @Override
        public InputStream open() throws IOException {
            if (content.isEmpty()) {
                throw new IOException("the file is gone");
            }
            return new ByteArrayInputStream(content.getBytes());
        }

        @Override
        public Optional<String> promisedDigest(String algorithm) {
            return algorithm.equals("sha256") ? promise : Optional.empty();
        }

        @Override
        public Optional<byte[]> proof(String suffix) {
            throw new AssertionError("a digest needs no proof");
        }
    }

    private static Verdict verify(String content, String promise) throws IOException {
        return new Sha256Verifier().verify(new Text(content, Optional.ofNullable(promise)));
    }

    @Test
    void verifier_isFoundAsAService() {
        getClass().getModule().addUses(Verifier.class);
        Verifier verifier = ServiceLoader.load(Verifier.class).findFirst().get();
        assertInstanceOf(Sha256Verifier.class, verifier);
        assertEquals("sha256", verifier.id());
    }

    @Test
    void promisedDigest_isAccepted() throws Exception {
        assertEquals(new Verdict.Accepted("sha256 " + ABC), verify("abc", ABC));
    }

    @Test
    void otherContent_isRejected() throws Exception {
        assertInstanceOf(Verdict.Rejected.class, verify("abd", ABC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba7816bf", "sha256:" + ABC, ABC + "00"})
    void anotherKindOfPromise_isRejected(String promise) throws Exception {
        assertInstanceOf(Verdict.Rejected.class, verify("abc", promise));
    }

    @Test
    void missingPromise_isRejected() throws Exception {
        assertEquals(new Verdict.Rejected("the manifest promises no sha256 for it"), verify("abc", null));
    }

    @Test
    void unreadableFile_isNotAccepted() {
        assertThrows(IOException.class, () -> verify("", ABC));
    }
}
