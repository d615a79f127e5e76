package cco.core.plan;

/** Which channels besides the followed one may offer a release. */
public enum ChannelScope {
    /** The more stable channels too: a beta user gets a newer stable release. */
    INCLUDE_MORE_STABLE,
    /** Only the followed channel. */
    ONLY_THIS
}
