package cco.publisher.project;

import cco.core.model.Platform;
import cco.core.model.Version;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with the placeholders {@code {version}} and {@code {platform}}.
 *
 * @param text the text as written
 */
public record VersionTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^{}]*)}");

    /**
     * Creates a template after checking its placeholders.
     *
     * @throws IllegalArgumentException if it has others
     */
    public VersionTemplate {
        for (Matcher found = PLACEHOLDER.matcher(text); found.find(); ) {
            if (!found.group(1).matches("version|platform")) {
                throw new IllegalArgumentException("unknown placeholder: " + found.group());
            }
        }
    }

    /** The text for a version; {@code {platform}} stays. */
    public String of(Version version) {
        return text.replace("{version}", version.toString());
    }

    /** The text for a version's build. */
    public String of(Version version, Platform platform) {
        return of(version).replace("{platform}", platform.toString());
    }
}
