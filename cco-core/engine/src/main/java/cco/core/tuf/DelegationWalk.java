package cco.core.tuf;

import cco.core.error.SourceException;
import cco.core.error.VerificationException;
import cco.core.model.UntrustedBytes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The search for one target (TUF 5.6.7): the roles that may list its path, in preorder, each once. While there is a
 * {@link #next()} role, the caller passes in its metadata. A role that is missing or refused ends the search.
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

    /** {@return the role to visit next, or nothing at the end of the search} */
    public Optional<RoleName> next() {
        // TUF 5.6.7.1: skip a role that was visited before
        while (!pending.isEmpty() && visited.contains(pending.peek().name())) {
            pending.pop();
        }
        return Optional.ofNullable(pending.peek()).map(DelegatedRole::name);
    }

    /**
     * {@return the file of the next role}
     *
     * @throws VerificationException if the snapshot does not list the role, or after too many roles
     */
    public MetadataRequest request() throws VerificationException {
        // TUF 5.6.7.1: limit the number of roles; departing from it, the search fails instead of finding nothing
        if (visited.size() > MetadataLimits.DELEGATIONS) {
            throw MetadataErrors.untrusted(
                    path, "more than " + MetadataLimits.DELEGATIONS + " roles would have to be searched for it");
        }
        return reader.request(pending.element().name());
    }

    /**
     * Continues with the metadata that an earlier run accepted for the next role, if the snapshot still lists it.
     *
     * @param earlier the copy that an earlier run stored
     * @return whether the metadata still counts
     */
    public boolean recall(UntrustedBytes earlier) {
        try {
            accept(earlier);
            return true;
        } catch (SourceException | VerificationException e) {
            return false;
        }
    }

    /**
     * Accepts the next role's metadata and continues. A refused file changes nothing.
     *
     * @param document the document to verify
     * @throws SourceException if it is not targets metadata
     * @throws VerificationException if it does not match the snapshot and the keys of the delegation
     */
    public void accept(UntrustedBytes document) throws SourceException, VerificationException {
        Targets targets = reader.read(pending.element(), document);
        visited.add(pending.pop().name());
        visit(targets);
    }

    /** {@return the target, if a role on the way lists it} */
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
        // TUF 5.6.7.2.1: a terminating delegation ends the search
        if (!roles.isEmpty() && roles.getLast().terminating()) {
            pending.clear();
        }
        roles.reversed().forEach(pending::push);
    }
}
