package cco.publisher.signing;

import cco.core.error.UsageException;
import cco.core.tuf.RoleName;
import cco.publisher.keys.Signer;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The next state of a repository, in which each changed file is one version higher.
 *
 * @param targets the published version of this role, or 0; the same for snapshot and timestamp
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

    SignedRole root(long published, List<Signer> signers) throws UsageException {
        return sign(RoleName.ROOT, published, root.members(), signers);
    }

    SignedRole targets(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.TARGETS, targets, members, signers);
    }

    SignedRole snapshot(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.SNAPSHOT, snapshot, members, signers);
    }

    SignedRole timestamp(Map<String, Object> members, List<Signer> signers) throws UsageException {
        return sign(RoleName.TIMESTAMP, timestamp, members, signers);
    }

    private SignedRole sign(RoleName role, long published, Map<String, Object> members, List<Signer> signers)
            throws UsageException {
        if (published == Long.MAX_VALUE) {
            throw new UsageException(
                    "the " + role + " metadata has the highest possible version, " + published,
                    "if someone else signed it, restore the metadata folder from your own copy, and rotate the keys "
                            + "with "
                            + "cco release rotate-key");
        }
        return SignedRole.sign(role, published + 1, root.lifetimes().expiry(role, now), members, signers);
    }
}
