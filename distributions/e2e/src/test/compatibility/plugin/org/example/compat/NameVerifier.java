package org.example.compat;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.io.InputStream;

/** Accepts archives with a listed digest and a name that it knows. */
public final class NameVerifier implements Verifier {

    /** Called by ServiceLoader. */
    public NameVerifier() {}

    @Override
    public String id() {
        return "compat";
    }

    @Override
    public Verdict verify(Artifact artifact) throws IOException {
        if (artifact.promisedDigest("sha256").isEmpty()
                || artifact.proof(".nosuch").isPresent()) {
            return new Verdict.Rejected("it lacks a digest, or has a proof that nobody made");
        }
        try (InputStream bytes = artifact.open()) {
            boolean known = artifact.name().startsWith("hello-v")
                    && artifact.anchor("nosuch").isEmpty();
            return known && bytes.readAllBytes().length == artifact.size()
                    ? new Verdict.Accepted("the name is known")
                    : new Verdict.Rejected("unknown name " + artifact.name());
        }
    }
}
