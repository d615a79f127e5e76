package cco.source.github;

import cco.api.BadSettingException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place of the files that change with each release: the manifest and the metadata. */
sealed interface Place {

    /** A branch, or a folder in it. The folder is empty or ends with a slash. */
    record Branch(String name, String folder) implements Place {

        BranchFile file(String path) {
            return new BranchFile(name, folder + path);
        }
    }

    /** A web server, such as GitHub Pages. */
    record Server(URI base) implements Place {

        URI file(String path) {
            return URI.create(base + "/" + GitHubAddresses.path(path));
        }
    }

    /** The files of the latest release, without folders. */
    record LatestRelease() implements Place {

        ReleaseFile file(String path) {
            return new ReleaseFile(Optional.empty(), path.substring(path.lastIndexOf('/') + 1));
        }
    }

    /** The default. */
    String DEFAULT = "branch:releases";

    /**
     * Reads the setting.
     *
     * @param setting {@code branch:NAME[:FOLDER]}, {@code pages}, {@code release} or an address
     */
    static Place of(Optional<String> setting, Project project) throws BadSettingException {
        String text = setting.orElse(DEFAULT);
        // Branch names contain no colon.
        String path = "[\\w.@+#-]+(?:/[\\w.@+#-]+)*";
        Matcher branch =
                Pattern.compile("branch:(" + path + ")(?::(" + path + ")/?)?").matcher(text);
        if (branch.matches() && !text.matches(".*[:/]\\.\\.?([:/].*)?")) {
            return new Branch(branch.group(1), branch.group(2) == null ? "" : branch.group(2) + "/");
        }
        return switch (text) {
            case "release" -> new LatestRelease();
            case "pages" -> pages(project);
            case String address
            when address.matches("https?://.*") -> new Server(GitHubAddresses.require(GitHubSource.MANIFEST, address));
            default ->
                throw new BadSettingException(
                        GitHubSource.MANIFEST,
                        "must be branch:NAME, branch:NAME:FOLDER, pages, release or a URL: " + text);
        };
    }

    private static Server pages(Project project) throws BadSettingException {
        if (!project.site().isGitHub()) {
            throw new BadSettingException(GitHubSource.MANIFEST, "must be the URL of the pages on this server");
        }
        String host = project.owner().toLowerCase(Locale.ROOT) + ".github.io";
        boolean whole = project.name().equalsIgnoreCase(host);
        return new Server(URI.create("https://" + host + (whole ? "" : "/" + project.name())));
    }
}
