package cco.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A repository on GitHub as people write it: {@code github:owner/name}, or the address of its page. The page of a
 * branch or of a folder in one says where the manifest is, and so does the page of the releases.
 */
final class GitHubPlace {

    private static final String PATH = "(?<repository>[^/]+/[^/]+?)(?:\\.git)?"
            + "(?:/tree/(?<branch>[^/]+)(?:/(?<folder>.+?))?|/(?<releases>releases)(?:/latest)?)?/?";
    private static final Pattern HOME = Pattern.compile("https://(?:www\\.)?github\\.com/(?<rest>.*)");
    private static final Pattern SHORT = Pattern.compile("github:(?:(?<base>https?://[^/]+)/)?" + PATH);

    private GitHubPlace() {}

    /** The settings of the source {@code github}, if the text names a place on GitHub at all. */
    static Optional<Map<String, Object>> settings(String text) {
        Matcher matcher = SHORT.matcher(HOME.matcher(text).replaceFirst("github:${rest}"));
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("repository", matcher.group("repository"));
        Optional.ofNullable(matcher.group("base")).ifPresent(base -> settings.put("base", base));
        Optional.ofNullable(matcher.group("branch"))
                .ifPresent(branch -> settings.put(
                        "manifest",
                        "branch:" + branch
                                + Optional.ofNullable(matcher.group("folder"))
                                        .map(":"::concat)
                                        .orElse("")));
        Optional.ofNullable(matcher.group("releases")).ifPresent(_ -> settings.put("manifest", "release"));
        return Optional.of(settings);
    }

    /** Whether the text speaks of GitHub, be it in a way that is understood or not. */
    static boolean isMeant(String text) {
        return text.startsWith("github:") || HOME.matcher(text).matches();
    }
}
