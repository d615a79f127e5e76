package cco.cli.command;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A GitHub repository as users write it: {@code github:owner/name}, or the address of its page.
 *
 * <p>The page of a branch, of a folder or of the releases says where the manifest is.
 */
final class GitHubAddress {

    private static final String PATH = "(?<repository>[^/]+/[^/]+?)(?:\\.git)?"
            + "(?:/tree/(?<branch>[^/]+)(?:/(?<folder>.+?))?|/(?<releases>releases)(?:/latest)?)?/?";
    private static final Pattern HOME = Pattern.compile("https://(?:www\\.)?github\\.com/(?<rest>.*)");
    private static final Pattern SHORT = Pattern.compile("github:(?:(?<base>https?://[^/]+)/)?" + PATH);

    private GitHubAddress() {}

    /** The settings of the source {@code github}; empty if this is not the address of a repository. */
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

    /** Whether this is an address on GitHub, valid or not. */
    static boolean isMeant(String text) {
        return text.startsWith("github:") || HOME.matcher(text).matches();
    }
}
