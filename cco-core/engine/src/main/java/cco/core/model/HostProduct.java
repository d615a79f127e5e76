package cco.core.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The running cco.
 *
 * @param version its version
 * @param platform what it runs on
 * @param bundle the folder that it was started from, or nothing if it is embedded in another program
 */
public record HostProduct(Version version, Platform platform, Optional<Path> bundle) {

    /** What it says of itself in every request to a server; nothing in it tells one user from another. */
    public Map<String, String> headers() {
        return Map.of(
                "User-Agent", "cco/" + version,
                "X-CCO-Version", version.toString(),
                "X-CCO-Platform", platform.toString());
    }
}
