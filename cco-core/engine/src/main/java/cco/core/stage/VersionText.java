package cco.core.stage;

import cco.core.model.Version;
import java.util.regex.Pattern;

/** Looks for a version in what a program prints. */
final class VersionText {

    private VersionText() {}

    /**
     * Whether the text names this version as a whole word, perhaps after a {@code v}: neither 11.2.0 nor 1.2.0-rc.1 nor
     * 1.2.0.1 names 1.2.0. A full stop may follow.
     */
    static boolean names(Version version, String text) {
        return Pattern.compile("(?<![\\w.+-])v?" + Pattern.quote(version.toString()) + "(?![\\w+-]|\\.\\w)")
                .matcher(text)
                .find();
    }
}
