package cco.verifier.checksum;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.tck.Download;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Sha256VerifierTest {

    /** FIPS 180-4, the digest of "abc". */
    static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    private static Verdict verify(String content, String promise) throws IOException {
        Map<String, String> digests = promise == null ? Map.of() : Map.of("sha256", promise);
        return new Sha256Verifier().verify(new Download("app.tar.gz", content.getBytes(), digests, Map.of(), Map.of()));
    }

    @Test
    void verifier_isFoundAsAService() {
        getClass().getModule().addUses(Verifier.class);
        Verifier verifier = ServiceLoader.load(Verifier.class).findFirst().get();
        assertInstanceOf(Sha256Verifier.class, verifier);
        assertEquals("sha256", verifier.id());
    }

    @Test
    void listedDigest_isAccepted() throws Exception {
        assertEquals(new Verdict.Accepted("sha256 " + ABC), verify("abc", ABC));
    }

    @Test
    void otherContent_isRejected() throws Exception {
        assertInstanceOf(Verdict.Rejected.class, verify("abd", ABC));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ba7816bf", "sha256:" + ABC, ABC + "00"})
    void otherDigest_isRejected(String promise) throws Exception {
        assertInstanceOf(Verdict.Rejected.class, verify("abc", promise));
    }

    @Test
    void missingDigest_isRejected() throws Exception {
        assertEquals(new Verdict.Rejected("the manifest lists no sha256 for it"), verify("abc", null));
    }

    /** An artifact whose digest is known, and which cannot be read. */
    private record Hashed(String promise, String computed) implements Artifact {

        @Override
        public String name() {
            return "app.tar.gz";
        }

        @Override
        public long size() {
            return 3;
        }

        @Override
        public InputStream open() throws IOException {
            throw new IOException("cannot read it");
        }

        @Override
        public Optional<String> promisedDigest(String algorithm) {
            return Optional.of(promise);
        }

        @Override
        public Optional<String> digest(String algorithm) {
            return algorithm.equals("sha256") ? Optional.of(computed) : Optional.empty();
        }

        @Override
        public Optional<byte[]> proof(String suffix) {
            return Optional.empty();
        }
    }

    @Test
    void computedDigest_isComparedWithoutReading() throws Exception {
        assertEquals(new Verdict.Accepted("sha256 " + ABC), new Sha256Verifier().verify(new Hashed(ABC, ABC)));
        assertInstanceOf(Verdict.Rejected.class, new Sha256Verifier().verify(new Hashed(ABC, "00" + ABC.substring(2))));
    }
}
