package cco.publisher.repository;

import java.time.Instant;
import java.util.Optional;

/**
 * What users are told of a version. When a further platform is added to a version, the date stays what it was, and
 * {@code breaking} and {@code critical} are only ever switched on.
 *
 * @param date when it is published, to the second
 * @param notes the address of the release notes
 * @param breaking whether users have to change something
 * @param critical whether users should not wait
 */
public record ReleaseInfo(Instant date, Optional<String> notes, boolean breaking, boolean critical) {

    /** A version of which there is nothing to say but its date. */
    public static ReleaseInfo plain(Instant date) {
        return new ReleaseInfo(date, Optional.empty(), false, false);
    }
}
