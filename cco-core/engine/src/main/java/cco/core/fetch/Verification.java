package cco.core.fetch;

import cco.api.Artifact;
import cco.api.Origin;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.disk.IoReason;
import cco.core.error.CcoException;
import cco.core.error.VerificationException;
import cco.core.http.Watchdog;
import cco.core.model.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * Asks every required verifier about one downloaded file. Whatever is not acceptance in time is rejection.
 *
 * @param proofs the origins of detached proofs: the one that served the file, or all if it was in the cache
 * @param anchors the app's pinned files
 */
record Verification(OriginClient client, List<Origin> proofs, AnchorFiles anchors, VerifiableFile subject) {

    private static final int MAX_PROOF = 64 * 1024;
    private static final int MAX_ANCHOR = 1 << 20;

    /**
     * Requires that every verifier accepts.
     *
     * @throws VerificationException naming the first verifier that does not
     */
    void require(List<Verifier> verifiers) throws VerificationException {
        for (Verifier verifier : verifiers) {
            if (ask(verifier) instanceof Verdict.Rejected(String reason)) {
                throw new VerificationException(
                        "the verifier " + verifier.id() + " refuses " + subject.name() + ": " + IoReason.plain(reason),
                        "do not use this file; tell the publisher");
            }
        }
    }

    private Verdict ask(Verifier verifier) {
        try {
            return Watchdog.within(client.limits().verdict()).watch(() -> verdict(verifier), () -> 0);
        } catch (IOException e) {
            return new Verdict.Rejected(IoReason.brief(e));
        } catch (CcoException | RuntimeException | Error e) {
            return new Verdict.Rejected("it failed");
        }
    }

    /** Runs on the watched thread, since the message of an exception is foreign code too. */
    private Verdict verdict(Verifier verifier) {
        try {
            Verdict verdict = verifier.verify(new DownloadedArtifact());
            return verdict == null ? new Verdict.Rejected("it gave no verdict") : verdict;
        } catch (IOException e) {
            return new Verdict.Rejected(IoReason.brief(e));
        } catch (RuntimeException | Error e) {
            return new Verdict.Rejected("it failed: " + IoReason.of(e));
        }
    }

    private Optional<byte[]> proof(String suffix) throws IOException {
        IOException unreadable = null;
        for (Origin origin : proofs) {
            try {
                return Optional.of(client.document(origin, subject.path() + suffix, MAX_PROOF));
            } catch (NoSuchFileException _) {
                // Another origin may have it.
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

    private Optional<byte[]> anchor(String name) throws IOException {
        if (!name.matches("[a-z0-9][a-z0-9.-]*")) {
            throw new IllegalArgumentException("not an anchor's name: " + name);
        }
        try (InputStream stream = anchors.open(name)) {
            byte[] bytes = stream.readNBytes(MAX_ANCHOR + 1);
            if (bytes.length > MAX_ANCHOR) {
                throw new IOException(name + " is longer than the " + MAX_ANCHOR + " bytes that are allowed");
            }
            return Optional.of(bytes);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
    }

    /** The file as verifiers get it. */
    private final class DownloadedArtifact implements Artifact {

        @Override
        public String name() {
            return subject.name();
        }

        @Override
        public long size() {
            return subject.size();
        }

        @Override
        public InputStream open() throws IOException {
            return subject.content().get();
        }

        @Override
        public Optional<String> promisedDigest(String algorithm) {
            return algorithm.equals("sha256") ? subject.promised().map(Sha256::hex) : Optional.empty();
        }

        @Override
        public Optional<byte[]> proof(String suffix) throws IOException {
            return Verification.this.proof(suffix);
        }

        @Override
        public Optional<byte[]> anchor(String name) throws IOException {
            return Verification.this.anchor(name);
        }
    }
}
