package com.example.minisign;

import cco.api.Artifact;
import cco.api.Verdict;
import cco.api.Verifier;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * The verifier {@code minisign}.
 *
 * <p>It accepts an archive if {@code <archive>.minisig} is a signature by the key in the pinned {@code minisign.pub}.
 */
public final class MinisignVerifier implements Verifier {

    private static final String ANCHOR = "minisign.pub";
    private static final String SUFFIX = ".minisig";
    private static final int BUFFER = 1 << 16;

    /** A legacy signature covers the file instead of its hash, so the whole file must fit in memory. */
    private static final long MAX_LEGACY = 64L << 20;

    /** Called by ServiceLoader. */
    public MinisignVerifier() {}

    @Override
    public String id() {
        return "minisign";
    }

    @Override
    public Verdict verify(Artifact artifact) throws IOException {
        Optional<byte[]> anchor = artifact.anchor(ANCHOR);
        if (anchor.isEmpty()) {
            return new Verdict.Rejected("no " + ANCHOR + " is pinned for this app");
        }
        Optional<byte[]> proof = artifact.proof(SUFFIX);
        if (proof.isEmpty()) {
            return new Verdict.Rejected("it is not signed: there is no " + artifact.name() + SUFFIX);
        }
        try {
            return judge(artifact, PinnedKey.read(anchor.get()), SignatureFile.read(proof.get()));
        } catch (FormatException e) {
            return new Verdict.Rejected(e.getMessage());
        }
    }

    private static Verdict judge(Artifact artifact, PinnedKey key, SignatureFile signature) throws IOException {
        if (!key.id().equals(signature.keyId())) {
            return new Verdict.Rejected("it is signed by the key " + signature.keyId() + ", pinned is " + key.id());
        }
        if (!signature.hashed() && artifact.size() > MAX_LEGACY) {
            return new Verdict.Rejected("it is too large for a legacy signature: sign it without -l");
        }
        byte[] signed = signature.hashed() ? digest(artifact) : content(artifact);
        if (!key.hasSigned(signed, signature.signature())) {
            return new Verdict.Rejected("the key " + key.id() + " has not signed it");
        }
        if (!key.hasSigned(signature.global(), signature.globalSignature())) {
            return new Verdict.Rejected("the key " + key.id() + " has not signed its trusted comment");
        }
        return new Verdict.Accepted("signed by minisign key " + key.id() + ": " + signature.printableComment());
    }

    private static byte[] digest(Artifact artifact) throws IOException {
        Blake2b digest = new Blake2b();
        try (InputStream stream = artifact.open()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                digest.update(buffer, 0, count);
            }
        }
        return digest.digest();
    }

    private static byte[] content(Artifact artifact) throws IOException {
        try (InputStream stream = artifact.open()) {
            return stream.readAllBytes();
        }
    }
}
