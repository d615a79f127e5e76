package cco.core.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A platform that archives are built for, such as {@code linux-x86_64}.
 *
 * @param value operating system, dash, architecture; future platforms may have another form
 */
public record Platform(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9_-]{0,62}");

    /**
     * Creates a platform after checking its form.
     *
     * @throws IllegalArgumentException if the value is not 1 to 63 lower-case letters, digits, dashes and underscores
     */
    public Platform {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a platform: " + value);
        }
    }

    /**
     * Derives the platform from the values of {@code os.name} and {@code os.arch}.
     *
     * @param osName the operating system as Java names it, such as {@code Mac OS X}
     * @param osArch the architecture as Java names it, such as {@code amd64}
     * @return the platform as manifests name it; Linux for an unknown operating system
     */
    public static Platform of(String osName, String osArch) {
        String os = osName.toLowerCase(Locale.ROOT);
        boolean arm = osArch.equals("aarch64");
        if (os.startsWith("mac")) {
            return new Platform(arm ? "darwin-arm64" : "darwin-x86_64");
        }
        String family = os.startsWith("windows") ? "windows" : "linux";
        return new Platform(family + "-" + (arm ? "aarch64" : osArch.equals("amd64") ? "x86_64" : osArch));
    }

    /** {@return the platform of this process} */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"));
    }

    /** {@return whether archives for this platform are zip files rather than gzipped tar files} */
    public boolean isWindows() {
        return value.startsWith("windows-");
    }

    @Override
    public String toString() {
        return value;
    }
}
