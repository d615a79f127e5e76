/**
 * The words that cco and its plugins share, and the three services that a plugin may provide: a
 * {@link cco.api.ChannelSource} says <em>where</em> releases are, a {@link cco.api.Verifier} says <em>whether</em> a
 * downloaded file may be used, a {@link cco.api.PlatformInstaller} says <em>how</em> one installed version becomes the
 * current one.
 *
 * <p>The host calls them in that order. Limits, hashing, time limits, retries and progress are the host's: a plugin
 * that forgets them cannot harm the user. Versions and digests cross this boundary as strings. The API grows by default
 * methods or by a second, optional interface; it never changes an existing method. It requires java.base alone and
 * never will require more.
 */
module cco.api {
    exports cco.api;
}
