package cco.source.github;

import java.util.Optional;

/**
 * An uploaded file of a release.
 *
 * @param tag the release's tag; nothing for the latest release, which is never a draft or pre-release
 */
record ReleaseFile(Optional<String> tag, String name) {

    /** The release, for messages. */
    String release() {
        return tag.map(text -> "release " + text).orElse("latest release");
    }
}
