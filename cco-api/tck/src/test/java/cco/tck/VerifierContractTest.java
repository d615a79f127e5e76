package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract finds the faults of bad verifiers, and none in a good one. */
class VerifierContractTest {

    private static final byte[] CONTENT = "what is released\n".getBytes();

    /** The way to judge; a good one finds content and secret in the proof, which only its owner can write. */
    private interface Judge {
        Verdict verify(Artifact artifact) throws IOException;
    }

    private static Verdict good(Artifact artifact) throws IOException {
        try (InputStream stream = artifact.open()) {
            return compare(artifact, stream.readAllBytes());
        }
    }

    private static Verdict compare(Artifact artifact, byte[] content) throws IOException {
        if (artifact.proof(".seal").isEmpty() || artifact.anchor("secret").isEmpty()) {
            return new Verdict.Rejected("it is not sealed");
        }
        String seal = new String(content) + new String(artifact.anchor("secret").get());
        boolean same = Arrays.equals(seal.getBytes(), artifact.proof(".seal").get());
        return same ? new Verdict.Accepted("its seal") : new Verdict.Rejected("it has another seal");
    }

    private static final class Trial extends VerifierContract {

        private final String id;
        private final Judge judge;

        Trial(String id, Judge judge) {
            this.id = id;
            this.judge = judge;
        }

        @Override
        protected Verifier verifier() {
            return new Verifier() {
                @Override
                public String id() {
                    return id;
                }

                @Override
                public Verdict verify(Artifact artifact) throws IOException {
                    return judge.verify(artifact);
                }
            };
        }

        @Override
        protected Download genuine() {
            return Download.of("app.tar.gz", CONTENT)
                    .withProof(".seal", "what is released\nsecret".getBytes())
                    .withAnchor("secret", "secret".getBytes());
        }
    }

    /** The failures of a verifier that rejects nothing properly. */
    private static final String ALL_REJECTIONS = "trailingBytes_areRejected changedByte_isRejected "
            + "damagedAnchor_isRejected damagedProof_isRejected downloadWithoutAnchor_isRejected "
            + "downloadWithoutProof_isRejected sameDownload_getsTheSameVerdict_inTwoThreads "
            + "truncatedDownload_isRejected";

    static List<Arguments> badVerifiers() {
        Verdict accepted = new Verdict.Accepted("it looks fine");
        return List.of(
                Arguments.of(
                        "acme",
                        bad(artifact -> accepted),
                        ALL_REJECTIONS + " unreadableInput_isNotAccepted streams_areClosed"),
                Arguments.of(
                        "acme",
                        bad(artifact -> artifact.proof(".seal").isEmpty() ? accepted : good(artifact)),
                        "downloadWithoutProof_isRejected"),
                Arguments.of(
                        "acme",
                        bad(artifact -> artifact.anchor("secret").isEmpty() ? accepted : good(artifact)),
                        "downloadWithoutAnchor_isRejected downloadWithoutProof_isRejected"),
                Arguments.of("acme", bad(VerifierContractTest::leavesStreamOpen), "streams_areClosed"),
                Arguments.of("acme", bad(VerifierContractTest::readsOnce), "genuineDownload_isAccepted_inSmallPieces"),
                Arguments.of("acme", bad(VerifierContractTest::returnsNull), ALL_REJECTIONS),
                Arguments.of("Acme!", bad(VerifierContractTest::good), "id_isANameForTheConfiguration"),
                Arguments.of("acme", bad(VerifierContractTest::good), ""));
    }

    private static Verdict leavesStreamOpen(Artifact artifact) throws IOException {
        InputStream stream = artifact.open();
        return compare(artifact, stream.readAllBytes());
    }

    private static Verdict readsOnce(Artifact artifact) throws IOException {
        try (InputStream stream = artifact.open()) {
            byte[] content = new byte[(int) artifact.size()];
            stream.read(content);
            return compare(artifact, content);
        }
    }

    private static Verdict returnsNull(Artifact artifact) throws IOException {
        Verdict verdict = good(artifact);
        return verdict instanceof Verdict.Rejected ? null : verdict;
    }

    private static Judge bad(Judge judge) {
        return judge;
    }

    /** None of them is registered as a service. */
    @ParameterizedTest
    @MethodSource("badVerifiers")
    void eachMistake_isFound(String id, Judge judge, String failures, @TempDir Path temporary) throws Exception {
        Set<String> expected = new TreeSet<>(Set.of("verifier_isFoundAsAService"));
        Stream.of(failures.split(" ")).filter(name -> !name.isEmpty()).forEach(expected::add);
        assertEquals(expected, Failures.of(new Trial(id, judge), temporary));
    }
}
