package cco.core.fetch;

import cco.api.Artifact;
import cco.api.Origin;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Asks every required verifier about one downloaded archive. Only an answer, in time, that says accepted is acceptance.
 *
 * @param proofs the origins that are asked for detached proofs: the one that served the archive, or all if the archive
 *     was in the cache
 */
record Verification(OriginReader reader, List<Origin> proofs, ArchiveRequest request, Path blob) {

    private static final int MAX_PROOF = 64 * 1024;

    /**
     * Returns if every verifier accepts.
     *
     * @throws VerificationException naming the first that does not
     */
    void require(List<Verifier> verifiers) throws VerificationException {
        for (Verifier verifier : verifiers) {
            if (ask(verifier) instanceof Verdict.Rejected(String reason)) {
                throw new VerificationException(
                        "the verifier " + verifier.id() + " refuses " + request.name() + ": " + Reason.plain(reason),
                        "do not use this file; tell the publisher");
            }
        }
    }

    private Verdict ask(Verifier verifier) {
        try {
            Verdict verdict = Watchdog.within(reader.limits().verdict())
                    .watch(() -> verifier.verify(new Blob()), () -> 0);
            return verdict == null ? new Verdict.Rejected("it gave no verdict") : verdict;
        } catch (IOException e) {
            return new Verdict.Rejected(Reason.of(e));
        } catch (CcoException | RuntimeException | LinkageError e) {
            return new Verdict.Rejected("it failed: " + e);
        }
    }

    private Optional<byte[]> proof(String suffix) throws IOException {
        IOException unreadable = null;
        for (Origin origin : proofs) {
            try {
                return Optional.of(reader.document(origin, request.path() + suffix, MAX_PROOF));
            } catch (NoSuchFileException _) {
                // Another origin may have it; if none has, there is no proof.
            } catch (IOException e) {
                unreadable = e;
            } catch (CcoException e) {
                throw new AssertionError("reading a document throws nothing of that kind", e);
            }
        }
        if (unreadable != null) {
            throw unreadable;
        }
        return Optional.empty();
    }

    /** The archive as verifiers see it. */
    private final class Blob implements Artifact {

        @Override
        public String name() {
            return request.name();
        }

        @Override
        public long size() {
            return request.size();
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(blob);
        }

        @Override
        public Optional<String> promisedDigest(String algorithm) {
            return algorithm.equals("sha256") ? Optional.of(request.sha256().hex()) : Optional.empty();
        }

        @Override
        public Optional<byte[]> proof(String suffix) throws IOException {
            return Verification.this.proof(suffix);
        }
    }
}
