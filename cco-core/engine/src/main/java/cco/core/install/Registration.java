package cco.core.install;

import java.util.Optional;

/**
 * What an installation records about an app besides the version. An update leaves both as they are.
 *
 * @param command the app's own command
 * @param source the keys and the source
 */
public record Registration(AppCommand command, SourceRecord source) {

    /** The source to record; without a registration, it stays as it is. */
    static SourceRecord source(Optional<Registration> registration) {
        return registration.map(Registration::source).orElse(SourceRecord.UNCHANGED);
    }
}
