package cco.core.manifest;

import cco.core.model.Version;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Converts a {@code url} of the manifest into a path inside the repository in use, so that neither a mirror nor a
 * manifest can lead outside it.
 */
final class RepositoryPath {

    /** RFC 3986 section 2.3, unreserved, with the {@code +} of a version's build and the {@code @} of scoped names. */
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~+@-]+");

    private static final Pattern ABSOLUTE = Pattern.compile("(?i)https?://[^/?#]+/(?:[^?#]*/)?([^/]*)");
    private static final Pattern ENCODED = Pattern.compile("%([0-9A-Fa-f]{2})");

    private RepositoryPath() {}

    /**
     * Resolves an address. An absolute one contributes only its last segment, below {@code v<version>/}; a relative one
     * is the path. Each segment is percent-decoded once.
     *
     * @return empty if the address has a query, a fragment, another scheme, an empty, {@code .} or {@code ..}
     *     segment, or other characters than a repository file may have
     */
    static Optional<String> of(String url, Version version) {
        Matcher absolute = ABSOLUTE.matcher(url);
        return absolute.matches() ? safe("v" + version + "/" + absolute.group(1)) : safe(url);
    }

    private static Optional<String> safe(String path) {
        StringJoiner decoded = new StringJoiner("/");
        for (String encoded : path.split("/", -1)) {
            String segment = ENCODED.matcher(encoded).replaceAll(RepositoryPath::decode);
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                return Optional.empty();
            }
            decoded.add(segment);
        }
        return Optional.of(decoded.toString());
    }

    private static String decode(MatchResult octet) {
        return Matcher.quoteReplacement(Character.toString(Integer.parseInt(octet.group(1), 16)));
    }
}
