package cco.api;

import java.io.IOException;

/**
 * Decides whether a downloaded artifact may be used.
 *
 * <p>The host asks every required verifier, after the download is complete and before anything is unpacked; all of them
 * must accept. A verifier is only ever an additional condition: it cannot make up for another's refusal, nor for the
 * trust mode's. A missing proof is a rejection, and so are an exception, {@code null}, and an answer that does not come
 * in time.
 */
public interface Verifier {

    /** The name in {@code [verifiers] required}: lower-case letters, digits and dashes. */
    String id();

    /**
     * Judges one artifact. Called once per download, possibly from several threads for different artifacts.
     *
     * @throws IOException if the artifact cannot be read; the host takes it for a rejection
     */
    Verdict verify(Artifact artifact) throws IOException;
}
