package cco.core.tuf;

import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The search for one target (section 5.6.7): the roles that may speak for its path, in preorder, each once. While there
 * is a {@link #next()} role, its metadata is to be handed in; a role that cannot be had or believed ends the search.
 */
public final class DelegationWalk {

    private final TargetsReader reader;
    private final String path;
    private final Deque<DelegatedRole> pending = new ArrayDeque<>();
    private final Set<RoleName> visited = new HashSet<>();
    private TargetFile found;

    DelegationWalk(TargetsReader reader, Targets top, String path) {
        this.reader = reader;
        this.path = path;
        visited.add(RoleName.TARGETS);
        visit(top);
    }

    /** The role to look at next; nothing if the search has ended. */
    public Optional<RoleName> next() {
        while (!pending.isEmpty() && visited.contains(pending.peek().name())) {
            pending.pop();
        }
        return Optional.ofNullable(pending.peek()).map(DelegatedRole::name);
    }

    /**
     * The file of the next role.
     *
     * @throws VerificationException if the snapshot does not name the role, or if too many were looked at
     */
    public MetadataRequest request() throws VerificationException {
        if (visited.size() > MetadataLimits.DELEGATIONS) {
            throw MetadataErrors.untrusted(
                    path, "more than " + MetadataLimits.DELEGATIONS + " roles would have to be looked at to find it");
        }
        return reader.request(pending.element().name());
    }

    /** Goes on with what an earlier run accepted of the next role, if that is still the current file. */
    public boolean recall(UntrustedBytes earlier) {
        try {
            accept(earlier);
            return true;
        } catch (VerificationException e) {
            return false;
        }
    }

    /**
     * Accepts the next role's metadata and goes on.
     *
     * @throws VerificationException if it is not what snapshot and delegating role vouch for; the walk has not moved
     */
    public void accept(UntrustedBytes document) throws VerificationException {
        Targets targets = reader.read(pending.element(), document);
        visited.add(pending.pop().name());
        visit(targets);
    }

    /** The target, if a role on the way vouches for it. */
    public Optional<TargetFile> found() {
        return Optional.ofNullable(found);
    }

    private void visit(Targets targets) {
        found = targets.files().get(path);
        if (found != null) {
            pending.clear();
            return;
        }
        List<DelegatedRole> roles =
                targets.delegations().map(all -> all.rolesFor(path)).orElse(List.of());
        if (!roles.isEmpty() && roles.getLast().terminating()) {
            pending.clear();
        }
        roles.reversed().forEach(pending::push);
    }
}
