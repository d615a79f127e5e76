package cco.publisher.repository;

import java.util.regex.Matcher;
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

    private static final Pattern GITHUB = Pattern.compile("https://github\\.com/([A-Za-z0-9-]+/[A-Za-z0-9._-]+)");

    /** A file of the folder of a version. */
    private static final Pattern VERSION_FILE = Pattern.compile("v[0-9][^/]*/[^/]+");

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

    /** Whether this is a repository on GitHub, where releases and a branch hold the files (docs/formats.md §11). */
    public boolean isGitHub() {
        return GITHUB.matcher(value).matches();
    }

    /** The address of a file of the release repository with this address. */
    public String resolve(String path) {
        Matcher onGitHub = GITHUB.matcher(value);
        if (onGitHub.matches()) {
            return VERSION_FILE.matcher(path).matches()
                    ? value + "/releases/download/" + path
                    : "https://raw.githubusercontent.com/" + onGitHub.group(1) + "/releases/" + path;
        }
        return value + (value.endsWith("/") ? "" : "/") + path;
    }

    @Override
    public String toString() {
        return value;
    }
}
