package cco.publisher.signing;

import cco.core.error.CcoException;
import cco.core.model.AppName;
import cco.core.tuf.RoleName;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The status of a repository's metadata.
 *
 * @param roles root, targets, snapshot and timestamp, in this order
 * @param targets the number of signed files
 */
public record RepositoryStatus(AppName app, List<Role> roles, int targets) {

    /** The version and the expiry date of one role. */
    public record Role(String name, long version, Instant expires) {

        /** Whole days until it expires; 0 on the last day, negative after. */
        public long daysLeft(Instant now) {
            return Math.floorDiv(
                    Duration.between(now, expires).toSeconds(),
                    Duration.ofDays(1).toSeconds());
        }
    }

    /**
     * Reads and verifies a repository's metadata, expired or not.
     *
     * @throws cco.core.error.VerificationException if a file is not signed or does not match the others
     */
    public static RepositoryStatus of(Path repository) throws CcoException {
        return of(VerifiedMetadata.read(repository));
    }

    static RepositoryStatus of(VerifiedMetadata published) throws CcoException {
        List<Role> roles = new ArrayList<>();
        for (RoleName role : List.of(RoleName.ROOT, RoleName.TARGETS, RoleName.SNAPSHOT, RoleName.TIMESTAMP)) {
            roles.add(new Role(role.value(), published.version(role), published.expires(role)));
        }
        return new RepositoryStatus(
                published.root().app(),
                List.copyOf(roles),
                published.targets().names().size());
    }

    /** The role that expires first. */
    public Role firstToExpire() {
        return roles.stream().min(Comparator.comparing(Role::expires)).orElseThrow();
    }
}
