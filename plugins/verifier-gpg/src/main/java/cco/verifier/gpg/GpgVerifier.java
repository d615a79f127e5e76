package cco.verifier.gpg;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;

/**
 * The verifier {@code gpg}: a key of the pinned keyring must have signed the file, in {@code <name>.asc} or, if that is
 * missing, in {@code <name>.sig}. One valid signature is enough, and other signatures beside it are ignored.
 */
public final class GpgVerifier implements Verifier {

    /** The anchor's name: an OpenPGP keyring as {@code gpg --export} writes it, binary or armored. */
    public static final String ANCHOR = "keyring.gpg";

    private static final String ARMORED = ".asc";
    private static final String BINARY = ".sig";

    private final InstantSource clock;

    /** Called by ServiceLoader. */
    public GpgVerifier() {
        this(InstantSource.system());
    }

    GpgVerifier(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public String id() {
        return "gpg";
    }

    @Override
    public Verdict verify(Artifact artifact) throws IOException {
        Optional<byte[]> anchor = artifact.anchor(ANCHOR);
        if (anchor.isEmpty()) {
            return new Verdict.Rejected("no OpenPGP keyring is pinned for this app");
        }
        Optional<byte[]> proof = artifact.proof(ARMORED);
        if (proof.isEmpty()) {
            proof = artifact.proof(BINARY);
        }
        if (proof.isEmpty()) {
            return new Verdict.Rejected("it is not signed: there is neither " + artifact.name() + ARMORED + " nor "
                    + artifact.name() + BINARY);
        }
        try {
            Keyring keyring = Keyring.read(anchor.get());
            return new Verdict.Accepted(new SignatureEvaluation(keyring, clock.instant())
                    .evidence(SignatureFile.read(proof.get()), artifact));
        } catch (RefusedException e) {
            return new Verdict.Rejected(e.getMessage());
        }
    }
}
