/**
 * Releases of a repository on GitHub, or on a GitHub of a company's own. What is public is read from static addresses,
 * which have no rate limit; GitHub's API is asked only with a token, as private repositories need one. It reads {@code
 * [sources.github]} and the variables in which other tools look for a token, and reaches GitHub only through the host's
 * transport.
 */
module cco.source.github {
    requires cco.api; // ChannelSource, the service that it provides
    requires com.google.gson; // splits the API's answers into tokens; they only help to find a file

    provides cco.api.ChannelSource with
            cco.source.github.GitHubSource;
}
