package cco.core.model;

import java.util.regex.Pattern;

/**
 * A named stream of releases; in the manifest it points at one version.
 *
 * @param value a lower-case letter, then up to 31 more letters, digits, dashes and underscores
 */
public record Channel(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z][a-z0-9_-]{0,31}");

    /** The channel that users are on unless they say otherwise. */
    public static final Channel STABLE = new Channel("stable");

    public Channel {
        if (!VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a channel name: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
