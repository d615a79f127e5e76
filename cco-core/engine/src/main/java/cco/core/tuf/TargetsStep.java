package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.util.Optional;

/** The fourth step (section 5.6): the top-level targets role, of exactly the version that the snapshot names. */
public final class TargetsStep {

    private final TargetsReader reader;

    TargetsStep(TargetsReader reader) {
        this.reader = reader;
    }

    /**
     * The file to ask for.
     *
     * @throws VerificationException if the snapshot names no targets
     */
    public MetadataRequest request() throws VerificationException {
        return reader.request(RoleName.TARGETS);
    }

    /** Recalls the targets that an earlier run accepted; nothing, if they are not the ones that the snapshot names. */
    public Optional<TrustedTargets> recall(UntrustedBytes earlier) {
        try {
            return Optional.of(accept(earlier));
        } catch (VerificationException e) {
            return Optional.empty();
        }
    }

    /**
     * Accepts the repository's targets.
     *
     * @throws VerificationException if they are not the ones that the snapshot names, not signed, or have expired
     */
    public TrustedTargets accept(UntrustedBytes document) throws VerificationException {
        RoleKeys keys = reader.root().roles().get(RoleName.TARGETS);
        return new TrustedTargets(reader, reader.read(new DelegatedRole(RoleName.TARGETS, keys, false), document));
    }
}
