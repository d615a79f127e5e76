package cco.cli.command;

import cco.cli.parse.Arguments;
import cco.cli.parse.Values;
import cco.core.error.UsageException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The place of an app's releases, from {@code --from}.
 *
 * @param source the id of the source for such places
 * @param settings of the source: the addresses of mirrors, an absolute folder, or a GitHub repository
 */
record SourceArgument(String source, Map<String, Object> settings) {

    private static final String GITHUB = "github";
    private static final Pattern URL = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+://.*");

    /** Tells mirrors, a folder and a GitHub repository apart; they cannot be mixed. */
    static SourceArgument of(List<String> from, Arguments arguments) throws UsageException {
        if (from.stream().anyMatch(GitHubAddress::isMeant)) {
            return gitHub(from, arguments);
        }
        long urls = from.stream().filter(place -> URL.matcher(place).matches()).count();
        if (urls == from.size()) {
            return new SourceArgument("mirror", Map.of("urls", List.copyOf(from)));
        }
        if (from.size() > 1) {
            throw arguments.refuse(
                    urls == 0
                            ? "--from accepts only one folder"
                            : "--from accepts either mirrors or a folder, not both");
        }
        Path folder = Values.convert(Path.class, "--from", from.getFirst(), Arguments.hint("install"));
        return folder(folder);
    }

    /** A folder, by its absolute path, because later runs start in other folders. */
    static SourceArgument folder(Path folder) {
        return new SourceArgument(
                "file", Map.of("path", folder.toAbsolutePath().normalize().toString()));
    }

    /** The same place with a pattern for the tags of its releases, which only GitHub has. */
    SourceArgument withTag(String pattern, Arguments arguments) throws UsageException {
        if (!source.equals(GITHUB)) {
            throw arguments.refuse("--tag is for releases on GitHub");
        }
        Map<String, Object> tagged = new LinkedHashMap<>(settings);
        tagged.put("tag", pattern);
        return new SourceArgument(source, tagged);
    }

    private static SourceArgument gitHub(List<String> from, Arguments arguments) throws UsageException {
        if (from.size() > 1) {
            throw arguments.refuse("--from accepts only one GitHub repository and no other place");
        }
        return new SourceArgument(
                GITHUB,
                GitHubAddress.settings(from.getFirst())
                        .orElseThrow(() -> arguments.refuse(Arguments.invalid(
                                "--from", from.getFirst(), "a repository such as https://github.com/OWNER/NAME"))));
    }
}
