package cco.core.model;

import java.util.regex.Pattern;

/**
 * A named stream of releases. In the manifest, it names one version.
 *
 * @param value a lower-case letter, then up to 31 more letters, digits, dashes and underscores
 */
public record Channel(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    /** The default channel. */
    public static final Channel STABLE = new Channel("stable");

    /** The channel of pre-releases. */
    public static final Channel BETA = new Channel("beta");

    /** The channel of automatic builds. */
    public static final Channel NIGHTLY = new Channel("nightly");

    /**
     * Creates a channel after checking its name.
     *
     * @throws IllegalArgumentException if the value is not a valid channel name
     */
    public Channel {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a channel name: " + value);
        }
    }

    /**
     * {@return the usual channel of a version: {@code nightly}, {@code beta} or {@code stable} by the form of its
     * number}
     *
     * @param version any version, published or not
     */
    public static Channel of(Version version) {
        if (!version.isPrerelease()) {
            return STABLE;
        }
        String core = version.toString().split("\\+", 2)[0];
        return core.split("-", 2)[1].startsWith(NIGHTLY.value) ? NIGHTLY : BETA;
    }

    @Override
    public String toString() {
        return value;
    }
}
