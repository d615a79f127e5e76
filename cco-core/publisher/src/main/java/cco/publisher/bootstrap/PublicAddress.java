package cco.publisher.bootstrap;

import cco.core.error.UsageException;
import cco.publisher.repository.InstallLine;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place where users find a release repository: an https address, or a repository on GitHub with the branch {@code
 * releases}.
 *
 * @param from the place as {@code cco install --from} accepts it
 * @param files the address of the repository's folder, without a slash at the end
 * @param releases the address of the folders of versions, without a slash at the end
 */
public record PublicAddress(String from, String files, String releases) {

    private static final Pattern GITHUB =
            Pattern.compile("(?:github:|https://(?:www\\.)?github\\.com/)([\\w.-]+/[\\w.-]+?)(?:\\.git)?/?");
    private static final Pattern HTTPS = Pattern.compile(
            "https://[A-Za-z0-9._~%:/@+,=-]+|http://(?:127\\.0\\.0\\.1|localhost)(?::\\d+)?[\\w./~%+-]*");

    /**
     * Reads an address.
     *
     * @param text an https address, or {@code github:OWNER/NAME}; http only on this machine, for try-outs
     * @throws UsageException if it is neither
     */
    public static PublicAddress of(String text) throws UsageException {
        Matcher github = GITHUB.matcher(text);
        if (github.matches()) {
            String name = github.group(1);
            return new PublicAddress(
                    "github:" + name,
                    "https://raw.githubusercontent.com/" + name + "/releases",
                    "https://github.com/" + name + "/releases/download");
        }
        if (!HTTPS.matcher(text).matches()) {
            throw new UsageException(
                    "not a public address: " + text,
                    "use an https address such as https://example.com/hello, or github:OWNER/NAME");
        }
        String address = text.replaceFirst("/+$", "");
        return new PublicAddress(address, address, address);
    }

    /** The address of a file of the repository; an absolute address stays as it is. */
    public String url(String location) {
        if (location.startsWith("https://")) {
            return location;
        }
        return (location.matches("v\\d.*/.*") ? releases : files) + "/" + location;
    }

    /** Whether the files are in a branch of a repository on GitHub. */
    public boolean isOnGitHub() {
        return from.startsWith("github:");
    }

    /** Whether users reach it without encryption, which only a try-out on one machine may. */
    boolean isPlainHttp() {
        return files.startsWith("http://");
    }

    /** The command that installs the app on Linux and macOS. */
    public String shellCommand() {
        return InstallLine.shell(url(InstallScripts.SHELL));
    }

    /** The command that installs the app on Windows, in PowerShell. */
    public String powerShellCommand() {
        return InstallLine.powerShell(url(InstallScripts.POWERSHELL));
    }
}
