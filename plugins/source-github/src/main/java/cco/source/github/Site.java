package cco.source.github;

import cco.api.BadSettingException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One GitHub: github.com, a company's subdomain of ghe.com, or a server of its own.
 *
 * @param web where people look at repositories
 * @param api where the API is
 * @param raw where the files of branches are, if they have a server of their own
 * @param variables the environment variables that may hold a token for it, in the order of the program gh
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
     * The site at an address; github.com if there is none. What a token was made for one site is never sent to another.
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

    /** The variable to set for a token. */
    String variable() {
        return variables.getFirst();
    }
}
