package cco.core.model;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The running cco.
 *
 * @param version its version
 * @param platform its platform
 * @param bundle the folder that it was started from; empty if cco is embedded in another program
 */
public record HostProduct(Version version, Platform platform, Optional<Path> bundle) {

    /** {@return the headers of every request to a server} They do not identify the user. */
    public Map<String, String> headers() {
        return Map.of(
                "User-Agent", "cco/" + version,
                "X-CCO-Version", version.toString(),
                "X-CCO-Platform", platform.toString());
    }
}
