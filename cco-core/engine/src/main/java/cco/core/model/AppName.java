package cco.core.model;

/**
 * The name of an app that cco keeps. It is also the name of folders and of the command, so it is restricted to what is
 * safe in both.
 *
 * @param value a lower-case letter or digit, then up to 62 more of these, dots, dashes and underscores
 */
public record AppName(String value) {

    private static final int MAX_LENGTH = 63;

    /** cco is the first app that cco keeps. */
    public static final AppName CCO = new AppName("cco");

    public AppName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an app name: " + value);
        }
    }

    /** Whether a text can be an app's name. */
    public static boolean isValid(String text) {
        // Not by a regular expression: every start of every program that asks for its updates would wait for it.
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean alphanumeric = c >= 'a' && c <= 'z' || c >= '0' && c <= '9';
            if (!alphanumeric && (i == 0 || "._-".indexOf(c) < 0)) {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_LENGTH;
    }

    @Override
    public String toString() {
        return value;
    }
}
