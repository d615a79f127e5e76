package cco.publisher.repository;

import cco.core.error.UsageException;
import cco.core.model.Platform;
import cco.core.model.Suggestion;
import java.util.List;

/** The platforms that cco runs on. */
public final class KnownPlatforms {

    /** Their names. */
    public static final List<String> NAMES =
            List.of("darwin-arm64", "darwin-x86_64", "linux-x86_64", "linux-aarch64", "windows-x86_64");

    private KnownPlatforms() {}

    /**
     * Refuses a platform that no client has.
     *
     * @throws UsageException if cco does not run there; the hint suggests the right name
     */
    public static void require(Platform platform) throws UsageException {
        if (!NAMES.contains(platform.value())) {
            throw new UsageException(
                    "unknown platform: " + platform,
                    Suggestion.nearest(usual(platform.value()), NAMES)
                            .map(known -> "did you mean " + known + "?")
                            .orElse("the platforms are " + String.join(", ", NAMES)));
        }
    }

    /** Replaces the names that other tools use. */
    private static String usual(String platform) {
        return platform.replace("macos", "darwin")
                .replace("amd64", "x86_64")
                .replaceFirst("^linux-arm64$", "linux-aarch64")
                .replaceFirst("^darwin-aarch64$", "darwin-arm64");
    }
}
