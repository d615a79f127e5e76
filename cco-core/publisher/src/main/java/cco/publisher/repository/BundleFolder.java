package cco.publisher.repository;

import cco.core.model.Version;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The folder of a release repository with archives of cco, which its install scripts refer to. A user may hold a script
 * from before the last change, so the two newest versions are kept.
 */
public final class BundleFolder {

    /** Its name. */
    public static final String NAME = "cco";

    private static final int KEPT = 2;

    private static final Pattern ARCHIVE =
            Pattern.compile(NAME + "/cco-v(.+)-[a-z]+-(?:x86_64|aarch64|arm64)\\.(?:tar\\.gz|tar\\.xz|zip)");

    private BundleFolder() {}

    /**
     * The archives of older versions.
     *
     * @param paths of files in the repository; others than such archives do not matter
     */
    public static List<String> superseded(Collection<String> paths) {
        List<Version> newest = paths.stream()
                .flatMap(path -> version(path).stream())
                .distinct()
                .sorted((one, other) -> other.compareTo(one))
                .limit(KEPT)
                .toList();
        return paths.stream()
                .filter(path ->
                        version(path).filter(found -> !newest.contains(found)).isPresent())
                .toList();
    }

    private static Optional<Version> version(String path) {
        Matcher archive = ARCHIVE.matcher(path);
        try {
            return archive.matches() ? Optional.of(Version.of(archive.group(1))) : Optional.empty();
        } catch (IllegalArgumentException otherFile) {
            return Optional.empty();
        }
    }
}
