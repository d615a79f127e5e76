package cco.core.publish;

import cco.core.error.UsageException;
import cco.core.sign.SigningKey;
import cco.core.trust.RoleName;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The next state of a repository, whose files are one version higher than those that are published.
 *
 * @param targets the published version of that role, 0 if there is none; so with snapshot and timestamp
 */
record State(RootText root, Instant now, long targets, long snapshot, long timestamp) {

    static State after(Published before, Instant now) {
        return new State(
                before.root(),
                now,
                before.version(RoleName.TARGETS),
                before.version(RoleName.SNAPSHOT),
                before.version(RoleName.TIMESTAMP));
    }

    /** The same state under another root. */
    State with(RootText other) {
        return new State(other, now, targets, snapshot, timestamp);
    }

    RoleFile root(long version, List<SigningKey> signers) throws UsageException {
        return sign(RoleName.ROOT, version, root.members(), signers);
    }

    RoleFile targets(Map<String, Object> members, List<SigningKey> signers) throws UsageException {
        return sign(RoleName.TARGETS, targets + 1, members, signers);
    }

    RoleFile snapshot(Map<String, Object> members, List<SigningKey> signers) throws UsageException {
        return sign(RoleName.SNAPSHOT, snapshot + 1, members, signers);
    }

    RoleFile timestamp(Map<String, Object> members, List<SigningKey> signers) throws UsageException {
        return sign(RoleName.TIMESTAMP, timestamp + 1, members, signers);
    }

    private RoleFile sign(RoleName role, long version, Map<String, Object> members, List<SigningKey> signers)
            throws UsageException {
        return RoleFile.sign(role, version, root.lifetimes().expiry(role, now), members, signers);
    }
}
