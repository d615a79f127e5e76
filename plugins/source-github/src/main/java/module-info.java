/**
 * Releases of a repository on GitHub or GitHub Enterprise. It reads public files from static addresses, which have no
 * rate limit, and uses GitHub's API only with a token, which private repositories require. It reads {@code
 * [sources.github]} and the variables in which other tools look for a token, and connects only through the host's
 * transport.
 */
module cco.source.github {
    requires cco.api; // ChannelSource, the service that it provides
    requires com.google.gson; // splits the API's answers into tokens; they only help to find a file

    provides cco.api.ChannelSource with
            cco.source.github.GitHubSource;
}
