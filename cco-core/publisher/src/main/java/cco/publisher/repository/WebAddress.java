package cco.publisher.repository;

import java.util.regex.Pattern;

/**
 * The address of a web page or of a release repository. Its characters have no meaning for a shell, PowerShell or
 * Markdown, because users copy it into commands.
 *
 * @param value an http or https address without user name and fragment
 */
public record WebAddress(String value) {

    private static final int MAX_LENGTH = 300;

    private static final Pattern VALID = Pattern.compile(
            "https?://[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~+@%/-]*)?");

    /**
     * Creates an address after checking its form.
     *
     * @throws IllegalArgumentException if it is not a valid address
     */
    public WebAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not a web address: " + value);
        }
    }

    /** Whether a text is a valid address. */
    public static boolean isValid(String text) {
        return text.length() <= MAX_LENGTH && VALID.matcher(text).matches();
    }

    /** The address of a file below this one. */
    public String resolve(String path) {
        return value + (value.endsWith("/") ? "" : "/") + path;
    }

    @Override
    public String toString() {
        return value;
    }
}
