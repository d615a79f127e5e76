package cco.verifier.gpg;

import static cco.verifier.gpg.RefusedException.utc;

import cco.api.Artifact;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The evaluation of one file's signatures. Reads the file once, or not at all if no signature can count. */
final class SignatureEvaluation {

    /** Tolerates different clocks, but not a signature from the future, which would outlive its key. */
    private static final Duration CLOCK_SKEW = Duration.ofDays(1);

    private static final int BUFFER = 1 << 16;

    private final Keyring keyring;
    private final Instant now;
    private final Set<String> reasons = new LinkedHashSet<>();

    private record Candidate(PgpSignature signature, Keyring.Candidate signer, SignatureCheck check) {}

    SignatureEvaluation(Keyring keyring, Instant now) {
        this.keyring = keyring;
        this.now = now;
    }

    /**
     * Describes the first valid signature: its time, and the fingerprints of its key and of the pinned key.
     *
     * @throws RefusedException with the reasons of all signatures, if none is valid
     * @throws IOException if the file cannot be read
     */
    String evidence(List<RawPacket> proofs, Artifact artifact) throws RefusedException, IOException {
        List<Candidate> candidates = new ArrayList<>();
        for (RawPacket proof : proofs) {
            try {
                candidates.addAll(candidates(PgpSignature.read(proof)));
            } catch (RefusedException e) {
                reasons.add(e.getMessage());
            }
        }
        if (!candidates.isEmpty()) {
            feed(artifact, candidates);
        }
        for (Candidate candidate : candidates) {
            if (candidate.check().matches()) {
                return "signed at " + utc(candidate.signature().created()) + " by "
                        + candidate.signer().key() + " of the pinned key "
                        + candidate.signer().certificate().primary();
            }
            reasons.add("the signature by " + candidate.signer().key() + " does not match this file");
        }
        throw new RefusedException(String.join("; ", reasons));
    }

    private List<Candidate> candidates(PgpSignature signature) throws RefusedException {
        requireAcceptable(signature);
        List<Keyring.Candidate> signers = keyring.candidates(signature);
        if (signers.isEmpty()) {
            throw new RefusedException("it is signed by " + signature.issuer() + ", which is not pinned");
        }
        List<Candidate> candidates = new ArrayList<>();
        for (Keyring.Candidate signer : signers) {
            SignatureCheck check = SignatureCheck.of(signature, signer.key());
            signer.certificate().requireSigner(signer.key(), signature.created());
            candidates.add(new Candidate(signature, signer, check));
        }
        return candidates;
    }

    private void requireAcceptable(PgpSignature signature) throws RefusedException {
        if (signature.type() != PgpSignature.OF_BYTES) {
            throw new RefusedException(
                    signature.type() == PgpSignature.OF_TEXT
                            ? "a signature covers text, whose line ends may change: sign without --textmode"
                            : "a signature does not cover a file");
        }
        if (signature.created().isAfter(now.plus(CLOCK_SKEW))) {
            throw new RefusedException(
                    "a signature is from the future, " + utc(signature.created()) + "; it is " + utc(now) + " now");
        }
        if (signature.expires().isPresent() && !now.isBefore(signature.expires().get())) {
            throw new RefusedException(
                    "a signature expired at " + utc(signature.expires().get()));
        }
    }

    private static void feed(Artifact artifact, List<Candidate> candidates) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream stream = artifact.open()) {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                for (Candidate candidate : candidates) {
                    candidate.check().update(buffer, count);
                }
            }
        }
    }
}
