package cco.api;

import java.io.IOException;

/**
 * Decides whether a downloaded artifact may be used.
 *
 * <p>The host asks every required verifier after the download and before it unpacks anything; all of them must accept.
 * A verifier only adds a condition: it cannot override a refusal by another verifier or by the trust mode. A missing
 * proof is a rejection. So are an exception, {@code null}, and a timeout.
 */
public interface Verifier {

    /** {@return the name in {@code [verifiers] required}: lower-case letters, digits and dashes} */
    String id();

    /**
     * Verifies one artifact.
     *
     * <p>The host calls it once per download, possibly from several threads for different artifacts.
     *
     * @param artifact the downloaded file
     * @return the verdict
     * @throws IOException if the artifact cannot be read, which counts as a rejection
     */
    Verdict verify(Artifact artifact) throws IOException;
}
