package cco.core.tuf;

/** One consistent, fresh state of a repository: the end of a refresh, in which targets are looked for. */
public final class TrustedTargets {

    private final TargetsReader reader;
    private final Targets targets;

    TrustedTargets(TargetsReader reader, Targets targets) {
        this.reader = reader;
        this.targets = targets;
    }

    /** Begins the search for a target through the delegations. */
    public DelegationWalk walk(String path) {
        return new DelegationWalk(reader, targets, path);
    }

    /** Where a target lies below the repository's targets, percent-encoded (section 6.2). */
    public String location(TargetFile target) {
        return target.location(reader.root().consistentSnapshot());
    }
}
