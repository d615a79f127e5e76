package cco.source.github;

import cco.api.BadSettingException;
import java.util.Optional;

/** The pattern of a release's tag, such as {@code v{version}}. */
record TagPattern(String text) {

    private static final String VERSION = "{version}";

    static TagPattern of(Optional<String> setting) throws BadSettingException {
        String text = setting.orElse("v" + VERSION);
        boolean once = text.contains(VERSION) && text.indexOf(VERSION) == text.lastIndexOf(VERSION);
        if (!once || !text.replace(VERSION, "1").matches("[\\w.@+/-]+")) {
            throw new BadSettingException(GitHubSource.TAG, "must be like v{version}: " + text);
        }
        return new TagPattern(text);
    }

    String tag(String version) {
        return text.replace(VERSION, version);
    }
}
