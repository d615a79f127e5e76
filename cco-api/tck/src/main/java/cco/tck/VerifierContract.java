package cco.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.tck.Watched.Broken;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * The contract of a {@link Verifier}. A verifier's test extends this class and creates the verifier and a download that
 * it accepts. Each test removes or damages one part of the download.
 */
public abstract class VerifierContract {

    /** For subclasses. */
    protected VerifierContract() {}

    /**
     * Creates a verifier as the ServiceLoader does.
     *
     * @return a new instance for each call
     */
    protected abstract Verifier verifier();

    /**
     * {@return a download that the verifier accepts, with no more claims than the verifier needs}
     *
     * @throws Exception if the download cannot be created
     */
    protected abstract Download genuine() throws Exception;

    /** Requires an id that the configuration can contain and that never changes. */
    @Test
    public void id_isANameForTheConfiguration() {
        Provided.id(this::verifier, Verifier::id);
    }

    /** Requires that the ServiceLoader finds the verifier in its module. */
    @Test
    public void verifier_isFoundAsAService() {
        Provided.service(Verifier.class, verifier().getClass());
    }

    /**
     * Streams may return fewer bytes than requested, which is a common mistake in loops.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void genuineDownload_isAccepted_inSmallPieces() throws Exception {
        Verdict verdict = judge(new Watched(genuine(), Broken.NOTHING));
        String evidence = assertInstanceOf(Verdict.Accepted.class, verdict, verdict::toString)
                .evidence();
        assertOneLine(evidence, "the evidence");
    }

    /**
     * Changes one byte at the start, in the middle and at the end.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void changedByte_isRejected() throws Exception {
        Download genuine = genuine();
        int length = genuine.content().length;
        for (int at : new int[] {0, length / 3, length / 2, length - 1}) {
            byte[] changed = genuine.content().clone();
            changed[at] ^= 1;
            assertRejected(genuine.withContent(changed), "byte " + at + " of " + length + " is changed");
        }
    }

    /**
     * Truncates the download to nothing, to half and by one byte.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void truncatedDownload_isRejected() throws Exception {
        Download genuine = genuine();
        int length = genuine.content().length;
        for (int left : new int[] {0, length / 2, length - 1}) {
            byte[] shorter = Arrays.copyOf(genuine.content(), left);
            assertRejected(genuine.withContent(shorter), left + " of " + length + " bytes are left");
        }
    }

    /**
     * Appends one byte to the download.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void trailingBytes_areRejected() throws Exception {
        Download genuine = genuine();
        byte[] longer = Arrays.copyOf(genuine.content(), genuine.content().length + 1);
        assertRejected(genuine.withContent(longer), "a trailing byte");
    }

    /**
     * Removes all claims, and then each proof alone.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void downloadWithoutProof_isRejected() throws Exception {
        Download genuine = genuine();
        assertRejected(Download.of(genuine.name(), genuine.content()), "it has no claims");
        for (String suffix : genuine.proofs().keySet()) {
            Download unproved = new Download(
                    genuine.name(),
                    genuine.content(),
                    genuine.digests(),
                    without(genuine.proofs(), suffix),
                    genuine.anchors());
            assertRejected(unproved, suffix + " is missing");
        }
    }

    /**
     * Removes each promised digest alone.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void downloadWithoutPromise_isRejected() throws Exception {
        Download genuine = genuine();
        for (String algorithm : genuine.digests().keySet()) {
            Download unpromised = new Download(
                    genuine.name(),
                    genuine.content(),
                    without(genuine.digests(), algorithm),
                    genuine.proofs(),
                    genuine.anchors());
            assertRejected(unpromised, algorithm + " is not promised");
        }
    }

    /**
     * Removes each pinned file alone.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void downloadWithoutAnchor_isRejected() throws Exception {
        Download genuine = genuine();
        for (String file : genuine.anchors().keySet()) {
            Download unpinned = new Download(
                    genuine.name(),
                    genuine.content(),
                    genuine.digests(),
                    genuine.proofs(),
                    without(genuine.anchors(), file));
            assertRejected(unpinned, file + " is not pinned");
        }
    }

    /**
     * Replaces each proof with an empty, a truncated and a random one.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void damagedProof_isRejected() throws Exception {
        Download genuine = genuine();
        for (Map.Entry<String, byte[]> proof : genuine.proofs().entrySet()) {
            for (byte[] damaged : damaged(proof.getValue())) {
                assertRejected(genuine.withProof(proof.getKey(), damaged), proof.getKey() + " is damaged");
            }
        }
    }

    /**
     * Replaces each pinned file with an empty, a truncated and a random one.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void damagedAnchor_isRejected() throws Exception {
        Download genuine = genuine();
        for (Map.Entry<String, byte[]> anchor : genuine.anchors().entrySet()) {
            for (byte[] damaged : damaged(anchor.getValue())) {
                assertRejected(genuine.withAnchor(anchor.getKey(), damaged), anchor.getKey() + " is damaged");
            }
        }
    }

    /**
     * The host treats an IOException as a rejection, so both are fine.
     *
     * @throws Exception if the download cannot be created
     */
    @Test
    public void unreadableInput_isNotAccepted() throws Exception {
        Download genuine = genuine();
        assertNotAccepted(genuine, Broken.FILE);
        assertNotAccepted(genuine, Broken.MIDDLE);
        if (!genuine.proofs().isEmpty()) {
            assertNotAccepted(genuine, Broken.PROOF);
        }
        if (!genuine.anchors().isEmpty()) {
            assertNotAccepted(genuine, Broken.ANCHOR);
        }
    }

    /**
     * Counts the open streams after a complete and after a failed read.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void streams_areClosed() throws Exception {
        Watched watched = new Watched(genuine(), Broken.NOTHING);
        judge(watched);
        assertEquals(0, watched.unclosed().get(), "open streams remain");
        Watched breaking = new Watched(genuine(), Broken.MIDDLE);
        assertNotAccepted(breaking);
        assertEquals(0, breaking.unclosed().get(), "open streams remain after a failed read");
    }

    /**
     * Shares one verifier between two threads, which both repeat the call.
     *
     * @throws Exception if the download cannot be created or the verifier cannot read it
     */
    @Test
    public void sameDownload_getsTheSameVerdict_inTwoThreads() throws Exception {
        Verifier verifier = verifier();
        Download genuine = genuine();
        Twice.gives(Verdict.Accepted.class, () -> verifier.verify(genuine).getClass());
        Download empty = genuine.withContent(new byte[0]);
        Twice.gives(Verdict.Rejected.class, () -> verifier.verify(empty).getClass());
        Twice.gives(Verdict.Accepted.class, () -> verifier.verify(genuine).getClass());
    }

    private Verdict judge(Artifact artifact) throws IOException {
        Verdict verdict = verifier().verify(artifact);
        assertNotNull(verdict, "verify() returns null");
        return verdict;
    }

    private void assertRejected(Download download, String why) throws IOException {
        Verdict verdict = judge(download);
        String reason = assertInstanceOf(Verdict.Rejected.class, verdict, why + ", but the verdict is " + verdict)
                .reason();
        assertOneLine(reason, "the reason");
        assertFalse(reason.endsWith("."), "the reason ends with a full stop: " + reason);
    }

    private void assertNotAccepted(Download download, Broken part) {
        assertNotAccepted(new Watched(download, part));
    }

    private void assertNotAccepted(Watched watched) {
        try {
            Verdict verdict = judge(watched);
            assertInstanceOf(
                    Verdict.Rejected.class,
                    verdict,
                    watched.broken() + " is unreadable, but the verdict is " + verdict);
        } catch (IOException expected) {
            assertNotNull(expected);
        }
    }

    private static void assertOneLine(String text, String what) {
        assertNotNull(text, what + " is null");
        assertEquals(1, text.strip().lines().count(), what + " is not one line: " + text);
    }

    private static <V> Map<String, V> without(Map<String, V> map, String key) {
        Map<String, V> changed = new LinkedHashMap<>(map);
        changed.remove(key);
        return changed;
    }

    /** An empty, a truncated and a random version. */
    private static byte[][] damaged(byte[] sound) {
        byte[] noise = new byte[sound.length];
        new Random(1).nextBytes(noise);
        return new byte[][] {{}, Arrays.copyOf(sound, sound.length / 2), noise};
    }
}
