package cco.publisher.signing;

import cco.core.error.UsageException;
import cco.core.tuf.RoleName;
import cco.publisher.keys.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The next state of a repository, whose files are one version higher than those that are published.
 *
 * @param targets the published version of that role, 0 if there is none; so with snapshot and timestamp
 */
record NextState(RootBuilder root, Instant now, long targets, long snapshot, long timestamp) {

    static NextState after(VerifiedMetadata before, Instant now) {
        return new NextState(
                before.root(),
                now,
                before.version(RoleName.TARGETS),
                before.version(RoleName.SNAPSHOT),
                before.version(RoleName.TIMESTAMP));
    }

    /** The same state under another root. */
    NextState with(RootBuilder other) {
        return new NextState(other, now, targets, snapshot, timestamp);
    }

    SignedRole root(long version, List<Signer> signers) throws UsageException {
        return sign(RoleName.ROOT, version, root.members(), signers);
    }

    SignedRole targets(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.TARGETS, targets + 1, members, signers);
    }

    SignedRole snapshot(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.SNAPSHOT, snapshot + 1, members, signers);
    }

    SignedRole timestamp(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.TIMESTAMP, timestamp + 1, members, signers);
    }

    private SignedRole sign(RoleName role, long version, Map<String, Object> members, List<Signer> signers)
            throws UsageException {
        return SignedRole.sign(role, version, root.lifetimes().expiry(role, now), members, signers);
    }
}
