package cco.core.fetch;

import static cco.core.fetch.FetchLab.HASTY;
import static cco.core.fetch.FetchLab.PATIENT;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.ProgressListener;
import cco.tck.server.Fault;
import cco.tck.server.Faults;
import cco.tck.server.FaultyServer;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Anything but a clear yes from every required verifier is a no. */
class VerificationTest extends ServedLab {

    private static final Verifier YES = verifier(_ -> new Verdict.Accepted("fine"));

    private interface Judge {
        Verdict judge(Artifact artifact) throws IOException;
    }

    private static Verifier verifier(Judge judge) {
        return new Verifier() {
            @Override
            public String id() {
                return "gpg";
            }

            @Override
            public Verdict verify(Artifact artifact) throws IOException {
                return judge.judge(artifact);
            }
        };
    }

    private VerifiedBlob fetch(FetchLimits limits, Verifier... verifiers) throws CcoException {
        return lab.fetcher(limits)
                .archive(
                        List.of(new FetchLab.Mirror(server.address())),
                        FetchLab.APP,
                        lab.file,
                        List.of(verifiers),
                        ProgressListener.NONE);
    }

    private String refusal(FetchLimits limits, Verifier... verifiers) {
        return assertThrows(VerificationException.class, () -> fetch(limits, verifiers))
                .getMessage();
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of((Judge) _ -> new Verdict.Rejected("a bad \u001b[31msignature"), "a bad [31msignature"),
                Arguments.of((Judge) _ -> null, "it gave no verdict"),
                Arguments.of(
                        (Judge) _ -> {
                            throw new IOException("Disk broke");
                        },
                        "disk broke"),
                Arguments.of(
                        (Judge) _ -> {
                            throw new IllegalStateException("oops");
                        },
                        "it failed: oops"),
                Arguments.of(
                        (Judge) _ -> {
                            throw new StackOverflowError();
                        },
                        "it failed: stack overflow"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void everyOtherVerdict_isRefused(Judge judge, String reason) {
        assertEquals("the verifier gpg refuses app.tar.gz: " + reason, refusal(PATIENT, YES, verifier(judge), YES));
    }

    /** A class that is not of cco's image, such as one of a drop-in that was built for another version of cco. */
    @Test
    void dropInThatDoesNotFit_isARefusal() {
        Verifier dropIn = (Verifier) Proxy.newProxyInstance(
                Verifier.class.getClassLoader(), new Class<?>[] {Verifier.class}, (_, method, _) -> {
                    if (method.getName().equals("id")) {
                        return "gpg";
                    }
                    throw new NoClassDefFoundError("gone");
                });
        assertEquals("the verifier gpg refuses app.tar.gz: it failed: gone", refusal(PATIENT, dropIn));
    }

    @Test
    void failingRuntime_isNotARefusal() {
        Error memory = new OutOfMemoryError();
        Verifier verifier = verifier(_ -> {
            throw memory;
        });
        assertSame(memory, assertThrows(Error.class, () -> fetch(PATIENT, verifier)));
    }

    @Test
    void unreadableBlob_isAnInstallException() throws Exception {
        Verifier spoiler = verifier(artifact -> {
            Files.delete(lab.blob());
            return new Verdict.Accepted("fine");
        });
        Verifier reader = verifier(artifact -> {
            try (InputStream content = artifact.open()) {
                return new Verdict.Accepted("read " + content.readAllBytes().length);
            }
        });
        InstallException failure = assertThrows(InstallException.class, () -> fetch(PATIENT, spoiler, reader));
        assertEquals("cannot read app.tar.gz to verify it: no such file", failure.getMessage());
    }

    @Test
    void silentVerifier_isARefusal() throws Exception {
        fetch(PATIENT);
        CountDownLatch never = new CountDownLatch(1);
        String refusal = refusal(HASTY, verifier(_ -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return new Verdict.Accepted("late");
        }));
        assertTrue(refusal.endsWith("no answer within 300 ms"), refusal);
    }

    @Test
    void artifact_showsTheFileAndItsPromises() throws Exception {
        fetch(PATIENT, verifier(artifact -> {
            try (InputStream stream = artifact.open()) {
                assertArrayEquals(lab.archive, stream.readAllBytes());
            }
            assertEquals("app.tar.gz", artifact.name());
            assertEquals(lab.archive.length, artifact.size());
            assertEquals(Optional.of(lab.file.sha256().hex()), artifact.promisedDigest("sha256"));
            assertEquals(Optional.empty(), artifact.promisedDigest("md5"));
            assertEquals(Optional.of(lab.file.sha256().hex()), artifact.digest("sha256"));
            assertEquals(Optional.empty(), artifact.digest("md5"));
            return new Verdict.Accepted("all there");
        }));
    }

    private static Judge proof(String expected) {
        return artifact -> artifact.proof(".asc").map(String::new).equals(Optional.ofNullable(expected))
                ? new Verdict.Accepted("as expected")
                : new Verdict.Rejected("another proof");
    }

    @Test
    void proof_liesBesideTheArchive() throws Exception {
        fetch(PATIENT, verifier(proof(null)));
        Files.writeString(lab.repository.resolve(FetchLab.PATH + ".asc"), "signed");
        fetch(PATIENT, verifier(proof("signed")));
    }

    @Test
    void proof_comesFromTheArchivesOrigin() throws Exception {
        Path other = Files.createDirectories(temporary.resolve("other/v1.0.0"));
        Files.writeString(other.resolve("app.tar.gz.asc"), "forged");
        Files.writeString(lab.repository.resolve(FetchLab.PATH + ".asc"), "signed");
        try (FaultyServer lying = FaultyServer.serving(temporary.resolve("other"))) {
            lab.fetcher(PATIENT)
                    .archive(
                            List.of(new FetchLab.Mirror(lying.address()), new FetchLab.Mirror(server.address())),
                            FetchLab.APP,
                            lab.file,
                            List.of(verifier(proof("signed"))),
                            ProgressListener.NONE);
        }
    }

    @Test
    void unreadableProof_isASourceException_notAMissingOne() throws Exception {
        server.fail(".asc", Fault.status("500 Oops"));
        assertEquals(
                "cannot read app.tar.gz.asc, which verifies app.tar.gz: http status 500", proofFailure(proof(null)));
        server.fail(".asc", Faults.ENDLESS_BODY);
        Files.writeString(lab.repository.resolve(FetchLab.PATH + ".asc"), "signed");
        String failure = proofFailure(proof("signed"));
        assertTrue(failure.endsWith("longer than the 65536 bytes that are allowed"), failure);
    }

    private String proofFailure(Judge judge) {
        return assertThrows(SourceException.class, () -> fetch(PATIENT, verifier(judge)))
                .getMessage();
    }
}
