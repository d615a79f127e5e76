package cco.source.github;

import cco.api.BadSettingException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A GitHub site: github.com, a company's subdomain of ghe.com, or a GitHub Enterprise server.
 *
 * @param web the website
 * @param api the API
 * @param raw the server for files of branches, if there is one
 * @param variables the environment variables for a token, in the order of the program gh
 */
record Site(URI web, URI api, Optional<URI> raw, List<String> variables) {

    private static final List<String> CLOUD = List.of("GH_TOKEN", "GITHUB_TOKEN");
    private static final List<String> ENTERPRISE = List.of("GH_ENTERPRISE_TOKEN", "GITHUB_ENTERPRISE_TOKEN");

    private static final Site GITHUB = new Site(
            URI.create("https://github.com"),
            URI.create("https://api.github.com"),
            Optional.of(URI.create("https://raw.githubusercontent.com")),
            CLOUD);

    /**
     * The site with this URL, by default github.com. A token for one site is never sent to another.
     */
    static Site of(Optional<String> base) throws BadSettingException {
        if (base.isEmpty()) {
            return GITHUB;
        }
        URI web = GitHubAddresses.require(GitHubSource.BASE, base.get());
        String host = web.getHost().toLowerCase(Locale.ROOT);
        if (!web.getRawPath().isEmpty()) {
            throw new BadSettingException(GitHubSource.BASE, "must be like https://github.example.com: " + base.get());
        }
        if (host.equals("github.com") || host.equals("www.github.com")) {
            return GITHUB;
        }
        return host.endsWith(".ghe.com")
                ? new Site(web, URI.create("https://api." + host), Optional.empty(), CLOUD)
                : new Site(web, URI.create(web + "/api/v3"), Optional.empty(), ENTERPRISE);
    }

    boolean isGitHub() {
        return equals(GITHUB);
    }

    /** The variable to suggest for a token. */
    String variable() {
        return variables.getFirst();
    }
}
