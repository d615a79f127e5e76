package cco.core.metadata;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.DelegationWalk;
import cco.core.tuf.RoleName;
import cco.core.tuf.RootChain;
import cco.core.tuf.SnapshotStep;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TargetsStep;
import cco.core.tuf.TimestampStep;
import cco.core.tuf.TrustedTargets;
import java.time.Instant;
import java.util.Optional;

/**
 * Carries files between a repository, the store and the workflow of {@link cco.core.trust} (TUF specification 1.0,
 * section 5). Each step first recalls what the store has, which nothing may go behind, and asks the repository for what
 * is newer; what is accepted is stored at once, so that a run which fails later has not forgotten it.
 *
 * <p>One at a time per store: the caller holds the lock.
 */
public final class TufUpdater {

    private final UntrustedBytes anchor;
    private final MetadataStore store;
    private final MetadataSource source;

    /**
     * An updater for one repository.
     *
     * @param anchor the root that was shipped or pinned, verified anew in every run
     */
    public TufUpdater(UntrustedBytes anchor, MetadataStore store, MetadataSource source) {
        this.anchor = anchor;
        this.store = store;
        this.source = source;
    }

    /**
     * Brings the top-level metadata up to date.
     *
     * @param now the reference time: whatever has expired by then is refused
     * @throws VerificationException if anything is refused; the message names the file and why
     * @throws SourceException if a file is not there
     * @throws CcoException what the source throws, or that the store cannot be written
     */
    public TrustedTargets refresh(Instant now) throws CcoException {
        return trusted(targets(snapshot(roots().end(now))));
    }

    /**
     * Looks for a target, and on the way fetches the roles that it is delegated to.
     *
     * @return nothing if no trusted role vouches for such a target
     */
    public Optional<TargetFile> find(TrustedTargets targets, String path) throws CcoException {
        DelegationWalk walk = targets.walk(path);
        for (Optional<RoleName> role = walk.next(); role.isPresent(); role = walk.next()) {
            if (store.role(role.get()).filter(walk::recall).isEmpty()) {
                UntrustedBytes fresh = source.fetchRequired(walk.request());
                walk.accept(fresh);
                store.keep(role.get(), fresh.bytes());
            }
        }
        return walk.found();
    }

    private RootChain roots() throws CcoException {
        RootChain chain = RootChain.anchoredIn(anchor);
        Optional<UntrustedBytes> next = store.root(chain.version() + 1);
        while (next.filter(chain::recall).isPresent()) {
            next = store.root(chain.version() + 1);
        }
        store.keepRoot(chain.version(), chain.bytes());
        next = source.fetch(chain.next());
        while (next.isPresent()) {
            chain.accept(next.get());
            store.keepRoot(chain.version(), chain.bytes());
            next = chain.mayRotate() ? source.fetch(chain.next()) : Optional.empty();
        }
        return chain;
    }

    private SnapshotStep snapshot(TimestampStep step) throws CcoException {
        store.role(RoleName.TIMESTAMP).ifPresent(step::recall);
        UntrustedBytes fresh = source.fetchRequired(step.request());
        if (step.accept(fresh)) {
            store.keep(RoleName.TIMESTAMP, fresh.bytes());
        }
        return step.end();
    }

    private TargetsStep targets(SnapshotStep step) throws CcoException {
        Optional<TargetsStep> recalled = store.role(RoleName.SNAPSHOT).flatMap(step::recall);
        if (recalled.isPresent()) {
            return recalled.get();
        }
        UntrustedBytes fresh = source.fetchRequired(step.request());
        TargetsStep next = step.accept(fresh);
        store.keep(RoleName.SNAPSHOT, fresh.bytes());
        return next;
    }

    private TrustedTargets trusted(TargetsStep step) throws CcoException {
        Optional<TrustedTargets> recalled = store.role(RoleName.TARGETS).flatMap(step::recall);
        if (recalled.isPresent()) {
            return recalled.get();
        }
        UntrustedBytes fresh = source.fetchRequired(step.request());
        TrustedTargets targets = step.accept(fresh);
        store.keep(RoleName.TARGETS, fresh.bytes());
        return targets;
    }
}
