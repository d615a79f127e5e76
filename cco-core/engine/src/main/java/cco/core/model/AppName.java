package cco.core.model;

/**
 * The name of an app. It also names folders and the command, so its characters are restricted. Names are ordered by
 * their characters.
 *
 * @param value a lower-case letter or digit, then up to 62 more of these, dots, dashes and underscores
 */
public record AppName(String value) implements Comparable<AppName> {

    private static final int MAX_LENGTH = 63;

    /** cco itself, which is an app too. */
    public static final AppName CCO = new AppName("cco");

    /**
     * Creates a name after checking its form.
     *
     * @throws IllegalArgumentException if the value is not a valid app name
     */
    public AppName {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an app name: " + value);
        }
    }

    /**
     * {@return whether a text is a valid app name}
     *
     * @param text any text, also an empty one
     */
    public static boolean isValid(String text) {
        // No regular expression, which would delay every start of every program that checks for updates.
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
    public int compareTo(AppName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
