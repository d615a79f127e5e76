package cco.core.fetch;

import cco.api.Artifact;
import cco.api.Origin;
import cco.api.Verdict;
import cco.api.Verifier;
import cco.core.disk.IoReason;
import cco.core.disk.RuntimeFailure;
import cco.core.error.CcoException;
import cco.core.error.InstallException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.http.Watchdog;
import cco.core.model.Sha256;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Optional;

/**
 * Asks every required verifier about one downloaded file. Anything but a timely acceptance is a rejection.
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
     * @throws VerificationException if a verifier refuses the file
     * @throws InstallException if a verifier refuses it because it cannot be read from the disk
     * @throws SourceException if a verifier refuses it because a proof cannot be read from its origin
     */
    void require(List<Verifier> verifiers) throws CcoException {
        for (Verifier verifier : verifiers) {
            Answer answer = ask(verifier);
            if (answer.verdict() instanceof Verdict.Rejected(String reason)) {
                throw answer.failure().orElseGet(() -> refusal(verifier, reason));
            }
        }
    }

    /** A verdict, and the failure to read the file or a proof, if there was one. */
    private record Answer(Verdict verdict, Optional<CcoException> failure) {

        static Answer rejected(String reason) {
            return new Answer(new Verdict.Rejected(reason), Optional.empty());
        }
    }

    private VerificationException refusal(Verifier verifier, String reason) {
        return new VerificationException(
                "the verifier " + verifier.id() + " refuses " + subject.name() + ": " + IoReason.plain(reason),
                "do not use this file; tell the publisher");
    }

    private Answer ask(Verifier verifier) {
        try {
            return Watchdog.within(client.limits().verdict()).watch(() -> answer(verifier), () -> 0);
        } catch (IOException e) {
            return Answer.rejected(IoReason.brief(e));
        } catch (CcoException | RuntimeException | Error e) {
            RuntimeFailure.rethrow(e, verifier);
            return Answer.rejected("it failed");
        }
    }

    /** Runs on the watched thread as a whole, because the text of a plugin's exception is foreign code too. */
    private Answer answer(Verifier verifier) {
        DownloadedArtifact shown = new DownloadedArtifact();
        try {
            Verdict verdict = verifier.verify(shown);
            return verdict == null
                    ? Answer.rejected("it gave no verdict")
                    : new Answer(verdict, Optional.ofNullable(shown.failure));
        } catch (IOException e) {
            return new Answer(new Verdict.Rejected(IoReason.brief(e)), Optional.ofNullable(shown.failure));
        } catch (RuntimeException | Error e) {
            RuntimeFailure.rethrow(e, verifier);
            return Answer.rejected(IoReason.explain("it failed", e));
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

    /** The file as verifiers see it. It remembers failures of the disk and of the origins, which are no refusals. */
    private final class DownloadedArtifact implements Artifact {

        private CcoException failure;

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
            try {
                return new Readable(subject.content().get());
            } catch (IOException e) {
                throw unreadable(e);
            }
        }

        private IOException unreadable(IOException e) {
            failure = new InstallException(
                    "cannot read " + subject.name() + " to verify it: " + IoReason.brief(e),
                    "check the disk and the permissions of the cache, then try again",
                    e);
            return e;
        }

        /** Content whose read errors are remembered. */
        private final class Readable extends FilterInputStream {

            Readable(InputStream content) {
                super(content);
            }

            @Override
            public int read() throws IOException {
                try {
                    return super.read();
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                try {
                    return super.read(buffer, offset, length);
                } catch (IOException e) {
                    throw unreadable(e);
                }
            }
        }

        @Override
        public Optional<String> promisedDigest(String algorithm) {
            return algorithm.equals("sha256") ? subject.sha256().map(Sha256::hex) : Optional.empty();
        }

        /** The download, or the look into the cache, has compared the two. */
        @Override
        public Optional<String> digest(String algorithm) {
            return promisedDigest(algorithm);
        }

        @Override
        public Optional<byte[]> proof(String suffix) throws IOException {
            try {
                return Verification.this.proof(suffix);
            } catch (IOException e) {
                failure = new SourceException(
                        "cannot read " + subject.name() + suffix + ", which verifies " + subject.name() + ": "
                                + IoReason.brief(e),
                        OriginClient.hint(e),
                        e);
                throw e;
            }
        }

        @Override
        public Optional<byte[]> anchor(String name) throws IOException {
            return Verification.this.anchor(name);
        }
    }
}
