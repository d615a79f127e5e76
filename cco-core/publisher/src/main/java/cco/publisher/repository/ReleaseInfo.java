package cco.publisher.repository;

import java.time.Instant;
import java.util.Optional;

/**
 * The publisher's information about a version. If another platform is added to the version, the date stays, and {@code
 * breaking} and {@code critical} can only be switched on.
 *
 * @param date the release time, to the second
 * @param notes the address of the release notes
 * @param breaking whether users must adapt to the version
 * @param critical whether users should update without delay
 */
public record ReleaseInfo(Instant date, Optional<String> notes, boolean breaking, boolean critical) {

    /** Information with nothing but the date. */
    public static ReleaseInfo plain(Instant date) {
        return new ReleaseInfo(date, Optional.empty(), false, false);
    }
}
