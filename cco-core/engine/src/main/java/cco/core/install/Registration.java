package cco.core.install;

import java.util.Optional;

/**
 * What an installation records about an app besides the version. An update leaves both as they are.
 *
 * @param command the app's own command
 * @param source the keys and the source
 */
public record Registration(AppCommand command, SourceRecord source) {

    static SourceRecord source(Optional<Registration> registration) {
        return registration.map(Registration::source).orElse(SourceRecord.UNCHANGED);
    }
}
