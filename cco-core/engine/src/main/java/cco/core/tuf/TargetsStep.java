package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.util.Optional;

/** The fourth step (TUF 5.6): the top-level targets role, in exactly the version that the snapshot lists. */
public final class TargetsStep {

    private final TargetsReader reader;

    TargetsStep(TargetsReader reader) {
        this.reader = reader;
    }

    /**
     * {@return the file to request (TUF 5.6.1)}
     *
     * @throws VerificationException if the snapshot lists no targets
     */
    public MetadataRequest request() throws VerificationException {
        return reader.request(RoleName.TARGETS);
    }

    /**
     * Recalls the targets that an earlier run accepted, if the snapshot still lists them.
     *
     * @param earlier the copy that an earlier run stored
     * @return the accepted targets; empty if they no longer count
     */
    public Optional<TrustedTargets> recall(UntrustedBytes earlier) {
        try {
            return Optional.of(accept(earlier));
        } catch (SourceException | VerificationException e) {
            return Optional.empty();
        }
    }

    /**
     * Accepts the repository's targets.
     *
     * @param document the document to verify
     * @return the accepted targets
     * @throws SourceException if they are not targets metadata
     * @throws VerificationException if the snapshot does not list them, if they are not signed, or have expired
     */
    public TrustedTargets accept(UntrustedBytes document) throws SourceException, VerificationException {
        RoleKeys keys = reader.root().roles().get(RoleName.TARGETS);
        return new TrustedTargets(reader, reader.read(new DelegatedRole(RoleName.TARGETS, keys, false), document));
    }
}
