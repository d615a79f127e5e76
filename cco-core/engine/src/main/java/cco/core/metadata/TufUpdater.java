package cco.core.metadata;

import cco.core.error.CcoException;
import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.Sha256;
import cco.core.model.UntrustedBytes;
import cco.core.tuf.DelegationWalk;
import cco.core.tuf.MetadataRequest;
import cco.core.tuf.RoleName;
import cco.core.tuf.RootChain;
import cco.core.tuf.SnapshotStep;
import cco.core.tuf.TargetFile;
import cco.core.tuf.TargetsStep;
import cco.core.tuf.TimestampStep;
import cco.core.tuf.TrustedTargets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;

/**
 * Runs the client workflow of {@link cco.core.tuf} over a repository and a store (TUF 5). Each step recalls the stored
 * file first, so that nothing older is accepted, then requests a newer one. It stores accepted files at once, so that a
 * run that fails later does not forget them.
 *
 * <p>One at a time per store: the caller holds the lock.
 */
public final class TufUpdater {

    private final RootChain roots;
    private final MetadataStore store;
    private final MetadataSource source;

    /**
     * An updater for one run over one repository.
     *
     * @param roots starts at the shipped or pinned root; this run continues it
     */
    public TufUpdater(RootChain roots, MetadataStore store, MetadataSource source) {
        this.roots = roots;
        this.store = store;
        this.source = source;
    }

    /**
     * Brings the top-level metadata up to date.
     *
     * @param now the reference time: metadata that expires until then is refused
     * @throws VerificationException if a file is refused; the message names the file and the reason
     * @throws SourceException if a file is missing or malformed
     * @throws CcoException if the source fails or the store cannot be written
     */
    public TrustedTargets refresh(Instant now) throws CcoException {
        return targets(refreshState(now));
    }

    /**
     * The verified state of a repository: the snapshot, and the keys for what it lists.
     *
     * @param next the step that continues from here
     * @param digest equal for states that lead to the same targets, as long as these have not expired
     */
    public record State(TargetsStep next, Sha256 digest) {}

    /**
     * Brings the metadata up to date as far as the snapshot, which suffices to see whether anything is new.
     *
     * @param now the reference time: metadata that expires until then is refused
     * @throws CcoException as {@link #refresh}
     */
    public State refreshState(Instant now) throws CcoException {
        extendRoots();
        TimestampStep timestamp = roots.end(source.describe(roots.current()), now);
        return snapshot(timestamp(timestamp), roots.bytes());
    }

    /**
     * Finds a target, fetching delegated roles on the way.
     *
     * @return nothing if no trusted role lists the target
     */
    public Optional<TargetFile> find(TrustedTargets targets, String path) throws CcoException {
        DelegationWalk walk = targets.walk(path);
        for (Optional<RoleName> role = walk.next(); role.isPresent(); role = walk.next()) {
            if (store.role(role.get()).filter(walk::recall).isEmpty()) {
                UntrustedBytes fresh = source.fetchRequired(walk.request());
                walk.accept(fresh);
                store.store(role.get(), fresh.bytes());
            }
        }
        return walk.found();
    }

    private void extendRoots() throws CcoException {
        while (storedRoot().filter(roots::recall).isPresent()) {
            continue;
        }
        store.storeRoot(roots.version(), roots.bytes());
        for (Optional<UntrustedBytes> next = nextRoot(); next.isPresent(); next = nextRoot()) {
            roots.accept(next.get());
            store.storeRoot(roots.version(), roots.bytes()); // TUF 5.3.8
        }
    }

    private Optional<UntrustedBytes> storedRoot() {
        return roots.next().isEmpty() ? Optional.empty() : store.root(roots.version() + 1);
    }

    private Optional<UntrustedBytes> nextRoot() throws CcoException {
        Optional<MetadataRequest> request = roots.mayRotate() ? roots.next() : Optional.empty();
        return request.isPresent() ? source.fetch(request.get()) : Optional.empty();
    }

    private SnapshotStep timestamp(TimestampStep step) throws CcoException {
        store.role(RoleName.TIMESTAMP).ifPresent(step::recall);
        UntrustedBytes fresh = source.fetchRequired(step.request());
        if (step.accept(fresh)) {
            store.store(RoleName.TIMESTAMP, fresh.bytes()); // TUF 5.4.5
        }
        return step.end();
    }

    private State snapshot(SnapshotStep step, byte[] root) throws CcoException {
        Optional<UntrustedBytes> stored = store.role(RoleName.SNAPSHOT);
        Optional<TargetsStep> recalled = stored.flatMap(step::recall);
        if (recalled.isPresent()) {
            return state(recalled.get(), root, stored.get());
        }
        UntrustedBytes fresh = source.fetchRequired(step.request());
        TargetsStep next = step.accept(fresh);
        store.store(RoleName.SNAPSHOT, fresh.bytes()); // TUF 5.5.7
        return state(next, root, fresh);
    }

    private static State state(TargetsStep next, byte[] root, UntrustedBytes snapshot) {
        MessageDigest digest = Sha256.newDigest();
        digest.update(root);
        digest.update(snapshot.bytes());
        return new State(next, Sha256.from(digest.digest()));
    }

    /**
     * Continues from a state to the targets.
     *
     * @throws CcoException as {@link #refresh}
     */
    public TrustedTargets targets(State state) throws CcoException {
        TargetsStep step = state.next();
        Optional<TrustedTargets> recalled = store.role(RoleName.TARGETS).flatMap(step::recall);
        if (recalled.isPresent()) {
            return recalled.get();
        }
        UntrustedBytes fresh = source.fetchRequired(step.request());
        TrustedTargets targets = step.accept(fresh);
        store.store(RoleName.TARGETS, fresh.bytes()); // TUF 5.6.6
        return targets;
    }
}
