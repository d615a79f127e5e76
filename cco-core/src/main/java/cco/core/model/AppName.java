package cco.core.model;

import java.util.regex.Pattern;

/**
 * The name of an app that cco keeps. It is also the name of folders and of the command, so it is restricted to what is
 * safe in both.
 *
 * @param value a lower-case letter or digit, then up to 62 more of these, dots, dashes and underscores
 */
public record AppName(String value) {

    private static final Pattern VALID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** cco is the first app that cco keeps. */
    public static final AppName CCO = new AppName("cco");

    public AppName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an app name: " + value);
        }
    }

    /** Whether a text can be an app's name. */
    public static boolean isValid(String text) {
        return VALID.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
