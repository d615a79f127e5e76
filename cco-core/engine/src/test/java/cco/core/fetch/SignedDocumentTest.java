package cco.core.fetch;

import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Artifact;
import cco.api.Origin;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A signed document is verified with the signature from the same origin, by the pinned anchor. */
class SignedDocumentTest {

    private static final String PATH = "version-manifest.json";
    private static final String ANCHOR = "keyring.gpg";

    @TempDir
    private Path temporary;

    private FetchLab lab;
    private FaultyServer server;
    private FaultyServer other;
    private Path otherRepository;

    @BeforeEach
    void serve() throws IOException {
        lab = new FetchLab(temporary);
        otherRepository = Files.createDirectory(temporary.resolve("other"));
        Files.writeString(lab.repository.resolve(PATH), "manifest");
        Files.writeString(lab.repository.resolve(PATH + ".asc"), "manifest with secret");
        Files.writeString(otherRepository.resolve(PATH), "forged");
        Files.createDirectories(lab.anchors);
        Files.writeString(lab.anchors.resolve(ANCHOR), "secret");
        server = FaultyServer.serving(lab.repository);
        other = FaultyServer.serving(otherRepository);
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
        other.close();
    }

    /** Accepts a proof that repeats the content and names the anchor, which only its owner could write. */
    private static final class Sealed implements Verifier {

        @Override
        public String id() {
            return "sealed";
        }

        @Override
        public Verdict verify(Artifact artifact) throws IOException {
            assertEquals(PATH, artifact.name());
            assertEquals(Optional.empty(), artifact.promisedDigest("sha256"));
            String seal = content(artifact) + " with "
                    + new String(artifact.anchor(ANCHOR).orElseThrow());
            return artifact.proof(".asc").map(String::new).equals(Optional.of(seal))
                    ? new Verdict.Accepted("sealed")
                    : new Verdict.Rejected("its seal is another");
        }

        private static String content(Artifact artifact) throws IOException {
            try (InputStream stream = artifact.open()) {
                byte[] bytes = stream.readAllBytes();
                assertEquals(bytes.length, artifact.size());
                return new String(bytes);
            }
        }
    }

    private String read(FaultyServer... servers) throws CcoException {
        List<Origin> origins = List.of(servers).stream()
                .<Origin>map(one -> new FetchLab.Mirror(one.address()))
                .toList();
        return lab.fetcher(PATIENT)
                .document(
                        origins,
                        PATH,
                        1000,
                        List.of(new Sealed()),
                        DocumentCache.NEVER,
                        document -> new String(document.bytes()));
    }

    @Test
    void signedDocument_isAccepted() throws Exception {
        assertEquals("manifest", read(server));
    }

    @Test
    void originWithABadSignature_isSkipped() throws Exception {
        Files.writeString(otherRepository.resolve(PATH + ".asc"), "manifest with secret");
        assertEquals("manifest", read(other, server));
    }

    @Test
    void removedSignature_isRefused() throws Exception {
        Files.delete(lab.repository.resolve(PATH + ".asc"));
        VerificationException refusal = assertThrows(VerificationException.class, () -> read(server, other));
        assertTrue(
                refusal.getMessage().contains("the verifier sealed refuses " + PATH + ": its seal is another"),
                refusal.getMessage());
    }

    @Test
    void missingAnchor_isRefused() throws Exception {
        Files.delete(lab.anchors.resolve(ANCHOR));
        assertThrows(VerificationException.class, () -> read(server));
    }

    @Test
    void anchorBeyondItsFolder_isNotRead() throws Exception {
        Files.writeString(temporary.resolve("outside"), "secret");
        Verifier nosy = new Verifier() {
            @Override
            public String id() {
                return "nosy";
            }

            @Override
            public Verdict verify(Artifact artifact) throws IOException {
                return new Verdict.Accepted(
                        new String(artifact.anchor("../outside").orElseThrow()));
            }
        };
        VerificationException refusal = assertThrows(
                VerificationException.class,
                () -> lab.fetcher(PATIENT)
                        .document(
                                List.of(new FetchLab.Mirror(server.address())),
                                PATH,
                                1000,
                                List.of(nosy),
                                DocumentCache.NEVER,
                                document -> document));
        assertTrue(refusal.getMessage().contains("not an anchor's name"), refusal.getMessage());
    }

    @Test
    void endlessAnchor_isRefused() throws Exception {
        Files.write(lab.anchors.resolve(ANCHOR), new byte[(1 << 20) + 1]);
        VerificationException refusal = assertThrows(VerificationException.class, () -> read(server));
        assertTrue(refusal.getMessage().contains("longer than the 1048576 bytes"), refusal.getMessage());
    }
}
