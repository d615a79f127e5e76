package cco.core.tuf;

import java.time.Instant;
import java.util.Optional;

/** The result of a refresh: one consistent, fresh state of a repository, in which targets can be found. */
public final class TrustedTargets {

    private final TargetsReader reader;
    private final Targets targets;

    TrustedTargets(TargetsReader reader, Targets targets) {
        this.reader = reader;
        this.targets = targets;
    }

    /**
     * Starts the search for a target through the delegations (TUF 5.6.7).
     *
     * @param path the path
     * @return the search
     */
    public DelegationWalk walk(String path) {
        return new DelegationWalk(reader, targets, path);
    }

    /**
     * {@return how long the top-level role alone answers for a target; nothing if it does not list the target}
     *
     * @param path the path
     */
    public Optional<Instant> expiryOf(String path) {
        return targets.files().containsKey(path)
                ? Optional.of(targets.freshness().expires())
                : Optional.empty();
    }

    /**
     * {@return the path of a target with its digest, if the repository has consistent snapshots (TUF 5.7.3)}
     *
     * @param target the target
     */
    public Optional<String> consistentPath(TargetFile target) {
        return reader.root().consistentSnapshot() ? Optional.of(target.consistentPath()) : Optional.empty();
    }

    /**
     * {@return the percent-encoded location of a target below the repository's targets folder (TUF 5.7.3)}
     *
     * @param target the target
     */
    public String location(TargetFile target) {
        return target.location(reader.root().consistentSnapshot());
    }
}
