package cco.source.github;

import java.util.Optional;

/**
 * A file that was uploaded with a release.
 *
 * @param tag the release's; nothing for the latest release, which is no pre-release and no draft
 */
record ReleaseFile(Optional<String> tag, String name) {

    /** The release, for messages. */
    String release() {
        return tag.map(text -> "release " + text).orElse("latest release");
    }
}
