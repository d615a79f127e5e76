/**
 * The API between cco and its plugins.
 *
 * <p>A plugin provides one or more of three services: a {@link cco.api.ChannelSource} locates releases, a {@link
 * cco.api.Verifier} decides whether a downloaded file may be used, and a {@link cco.api.PlatformInstaller} makes an
 * installed version the current one.
 *
 * <p>The host calls them in that order, and handles limits, hashing, timeouts, retries and progress. A plugin that
 * forgets them cannot harm the user. Versions and digests cross the API as strings. The API grows by default methods or
 * by additional interfaces and never changes an existing method. It requires only java.base, now and in the future.
 */
module cco.api {
    exports cco.api;
}
